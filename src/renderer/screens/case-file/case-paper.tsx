import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { actionsOf } from '../../features/action/action.queries.ts';
import { nameOf } from '../../features/case-file/header-words.ts';
import {
  type PaperPage,
  PRINTED_SITUATION,
  PRINTED_SUMMARY,
  type PrintedBlock,
  printedActions,
} from '../../features/case-file/printed.ts';
import { labelKeyOf } from '../../features/case-file/situation-blocks.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { localZone, useIsOver, useToday } from '../../platform/today.ts';
import './case-paper.css';
import { useReading } from './use-shapes.ts';

interface CasePaperProps {
  readonly file: CaseFile;
  readonly page: PaperPage;
}

/** What goes to the printer, in its own design: nothing of the screen, and only what `printed.ts` lets out. */
export function CasePaper({ file, page }: CasePaperProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const blocks = page === 'summary' ? PRINTED_SUMMARY : PRINTED_SITUATION;
  return createPortal(
    <div className="case-paper" aria-hidden="true">
      <h1>{nameOf(t, file)}</h1>
      <p className="case-paper-title">{t(`paper.titles.${page}`)}</p>
      {blocks.map((block) => (
        <PaperBlock key={block.name} block={block} file={file} />
      ))}
      {page === 'summary' ? <PaperPromises file={file} /> : null}
      <p className="case-paper-foot">{t('paper.printedOn', { day: dayText(now, i18n.language) })}</p>
    </div>,
    document.body,
  );
}

function PaperBlock({ block, file }: { readonly block: PrintedBlock; readonly file: CaseFile }) {
  const { t } = useTranslation();
  const read = useReading(file.facts);
  const known = block.fields.flatMap((field: FieldName) => {
    const value = read(field);
    return value === null ? [] : [{ field, value }];
  });
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{t(`facts.blocks.${block.name}`)}</h2>
      <dl>
        {known.map(({ field, value }) => (
          <div key={field}>
            <dt>{t(`facts.fields.${labelKeyOf(field)}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What each has to do, with its date and without where it stands; then when the two meet again. */
function PaperPromises({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { language } = i18n;
  const { data = [] } = useQuery(actionsOf(file.id));
  const actions = printedActions(data, now);
  const { nextAppointment: next } = file;
  const isOver = useIsOver(next?.startsAt ?? null);
  const line = ({ id, text, dueOn }: Action) => (
    <li key={id}>{dueOn === null ? text : t('paper.actionBefore', { text, day: dayText(dueOn, language) })}</li>
  );
  const part = (title: string, owner: Action['owner']) => {
    const owned = actions.filter((action) => action.owner === owner);
    if (owned.length === 0) return null;
    return (
      <section>
        <h2>{title}</h2>
        <ul>{owned.map(line)}</ul>
      </section>
    );
  };
  return (
    <>
      {part(t('paper.ours'), 'advisor')}
      {part(t('paper.theirs'), 'person')}
      {part(t('paper.partners'), 'partner')}
      {next === null || isOver ? null : (
        <section>
          <h2>{t('landmarks.next')}</h2>
          <p>{fullMomentText(next.startsAt, localZone(), language)}</p>
        </section>
      )}
    </>
  );
}
