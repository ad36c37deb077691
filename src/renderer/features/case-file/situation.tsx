import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { ValueShape } from '../../ui/value-shape.ts';
import { FactField } from './fact-field.tsx';
import './facts.css';
import { labelKeyOf, SITUATION_BLOCKS, type SituationBlock } from './situation-blocks.ts';

export type FieldShapes = { readonly [N in FieldName]: ValueShape<never> };

interface SituationProps {
  readonly file: CaseFile;
  readonly shapes: FieldShapes;
  readonly onDone: (opId: string, text: string) => void;
}

/** Blocks of the left column; the right one starts with what the person has and must keep to. */
const LEFT_BLOCKS = 6;

/** The twelve blocks of facts. One table of fields and shapes draws them all. */
export function Situation({ file, shapes, onDone }: SituationProps) {
  const field = (name: FieldName): ReactNode => (
    <SituationField key={name} name={name} file={file} shapes={shapes} onDone={onDone} />
  );
  const column = (blocks: readonly SituationBlock[]) => (
    <div className="situation-column">
      {blocks.map((block) => (
        <Block key={block.name} block={block} file={file} field={field} />
      ))}
    </div>
  );
  return (
    <div className="situation">
      {column(SITUATION_BLOCKS.slice(0, LEFT_BLOCKS))}
      {column(SITUATION_BLOCKS.slice(LEFT_BLOCKS))}
    </div>
  );
}

interface BlockProps {
  readonly block: SituationBlock;
  readonly file: CaseFile;
  readonly field: (name: FieldName) => ReactNode;
}

function Block({ block, file, field }: BlockProps) {
  const { t } = useTranslation();
  const { name, fields, folded } = block;
  const hint = name === 'precautions' || name === 'conditions' || name === 'search' ? t(`facts.hints.${name}`) : null;
  const isFilled = (names: readonly FieldName[]): boolean =>
    names.some((each) => (file.facts[each]?.value ?? null) !== null);
  return (
    <section className="situation-block" data-single={fields.length === 1} aria-labelledby={`block-${name}`}>
      <h2 id={`block-${name}`}>{t(`facts.blocks.${name}`)}</h2>
      {hint === null ? null : <p className="situation-hint">{hint}</p>}
      {fields.map(field)}
      {name === 'project' ? (
        <details className="situation-fold">
          <summary>{t('facts.folds.otherProjects')}</summary>
          {folded.map(({ title, fields: names }) => (
            <details key={title} className="situation-fold" open={isFilled(names)}>
              <summary>{t(`facts.folds.${title}`)}</summary>
              {names.map(field)}
            </details>
          ))}
        </details>
      ) : (
        folded.map(({ title, fields: names }) => (
          <details key={title} className="situation-fold">
            <summary>{t(`facts.folds.${title}`)}</summary>
            {names.map(field)}
          </details>
        ))
      )}
    </section>
  );
}

interface SituationFieldProps extends SituationProps {
  readonly name: FieldName;
}

function SituationField({ name, file, shapes, onDone }: SituationFieldProps) {
  const { t } = useTranslation();
  return (
    <FactField
      caseId={file.id}
      field={name}
      label={t(`facts.fields.${labelKeyOf(name)}`)}
      // Each name has the shape of its own value: the pair is checked where the table is made.
      shape={shapes[name] as unknown as ValueShape<unknown>}
      fact={file.facts[name]}
      onDone={onDone}
    />
  );
}
