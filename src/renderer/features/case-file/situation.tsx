import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import type { ValueShape } from '../../ui/value-shape.ts';
import { FactField } from './fact-field.tsx';
import { HISTORY_KEY } from './fact-history.tsx';
import './facts.css';
import { blocksToAskFirst } from './known-facts.ts';
import { OtherProjects } from './other-projects.tsx';
import type { OtherProject } from './project-moves.ts';
import { type BlockName, labelKeyOf, SITUATION_BLOCKS, type SituationBlock } from './situation-blocks.ts';
import { CONFIRM_KEY, useConfirmFact } from './use-confirm-fact.ts';
import type { OnDone } from './use-fact-changes.ts';

export type FieldShapes = { readonly [N in FieldName]: ValueShape<never> };

/** Where the keys go when one comes: a fact, or the first one of a block. */
export type WantedFact = FieldName | BlockName;

interface SituationProps {
  readonly file: CaseFile;
  readonly shapes: FieldShapes;
  readonly projectLineOf: (number: OtherProject) => string | null;
  readonly wanted: WantedFact | null;
  readonly onReached: () => void;
  readonly onDone: OnDone;
}

/** Blocks of the left column; the right one starts with what the person has and must keep to. */
const LEFT_BLOCKS = 6;

/** The twelve blocks of facts. One table of fields and shapes draws them all. */
export function Situation({ file, shapes, projectLineOf, wanted, onReached, onDone }: SituationProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const confirm = useConfirmFact(file, onDone);
  const asked = new Set<BlockName>(file.closedOn === null ? blocksToAskFirst(file.facts) : []);
  useEffect(() => {
    if (wanted === null) return;
    const place = root.current?.querySelector<HTMLElement>(`[data-field="${wanted}"], [data-block="${wanted}"]`);
    const fold = place?.closest('details');
    if (fold instanceof HTMLDetailsElement) fold.open = true;
    const reading = place?.querySelector<HTMLElement>('.fact-read');
    reading?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'center' });
    onReached();
  }, [wanted, onReached]);
  useShortcuts({
    title: t('caseFile.keys.title'),
    place: 4,
    shortcuts: [
      { keys: [CONFIRM_KEY], label: t('facts.confirm.keyHere') },
      { keys: [HISTORY_KEY], label: t('facts.history.key') },
    ],
  });
  const field = (name: FieldName): ReactNode => (
    <FactField
      key={name}
      caseId={file.id}
      field={name}
      label={t(`facts.fields.${labelKeyOf(name)}`)}
      // Each name has the shape of its own value: the pair is checked where the table is made.
      shape={shapes[name] as unknown as ValueShape<unknown>}
      fact={file.facts[name]}
      onDone={onDone}
      onConfirm={() => void confirm(name)}
    />
  );
  const column = (blocks: readonly SituationBlock[]) => (
    <div className="situation-column">
      {blocks.map((block) => (
        <Block key={block.name} block={block} field={field} isAskedFirst={asked.has(block.name)}>
          {block.name === 'project' ? <OtherProjects {...{ file, field, onDone }} lineOf={projectLineOf} /> : null}
        </Block>
      ))}
    </div>
  );
  return (
    <div ref={root} className="situation">
      {column(SITUATION_BLOCKS.slice(0, LEFT_BLOCKS))}
      {column(SITUATION_BLOCKS.slice(LEFT_BLOCKS))}
    </div>
  );
}

interface BlockProps {
  readonly block: SituationBlock;
  /** Nothing is known of it yet, and a first meeting begins with it. */
  readonly isAskedFirst: boolean;
  readonly field: (name: FieldName) => ReactNode;
  readonly children: ReactNode;
}

function Block({ block, isAskedFirst, field, children }: BlockProps) {
  const { t } = useTranslation();
  const { name, fields, folded } = block;
  const hint =
    name === 'precautions' || name === 'conditions' || name === 'search' || name === 'subjects'
      ? t(`facts.hints.${name}`)
      : null;
  return (
    <section
      className="situation-block"
      data-block={name}
      data-single={fields.length === 1}
      aria-labelledby={`block-${name}`}
    >
      <h2 id={`block-${name}`}>
        {t(`facts.blocks.${name}`)}
        {isAskedFirst ? <span className="situation-first"> {t('askFirst.mark')}</span> : null}
      </h2>
      {hint === null ? null : <p className="situation-hint">{hint}</p>}
      {fields.map(field)}
      {name === 'project'
        ? children
        : folded.map(({ title, fields: names }) => (
            <details key={title} className="situation-fold">
              <summary>{t(`facts.folds.${title}`)}</summary>
              {names.map(field)}
            </details>
          ))}
    </section>
  );
}
