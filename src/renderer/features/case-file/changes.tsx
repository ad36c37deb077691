import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, nearDayText, onDayText, shortDayText, sinceText } from '../../i18n/dates.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { timelineOf } from './case-file.queries.ts';
import { type Change, changesSince, lastMeeting } from './last-meeting.ts';
import { labelKeyOf } from './situation-blocks.ts';
import './summary.css';

interface ChangesProps {
  readonly file: CaseFile;
  readonly read: (field: FieldName) => ReactNode;
  /** Goes on with the note that is begun. */
  readonly onNote: () => void;
}

/** As many as one reads at a glance; where there are more, a few with a way to the others. */
const MOST_SHOWN = 7;
const FIRST_SHOWN = 5;

/** What has changed since the two last met, and the note that is begun. Nothing of the first where they have not met yet. */
export function Changes({ file, read, onNote }: ChangesProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const zone = localZone();
  const { data: entries } = useQuery(timelineOf(file.id));
  const [isWhole, setIsWhole] = useState(false);
  if (entries === undefined) return null;
  const last = lastMeeting(entries, { today: now, zone });
  const begun = <BegunNote caseId={file.id} onNote={onNote} />;
  if (last === null) return begun;
  const changes = changesSince({ facts: file.facts, entries }, last.on, { today: now, zone });
  const shown = isWhole || changes.length <= MOST_SHOWN ? changes : changes.slice(0, FIRST_SHOWN);
  return (
    <section className="summary-card summary-part changes" aria-labelledby="changes-title">
      <h2 id="changes-title">
        {t(`changes.title.${last.kind}`, { day: shortDayText(last.on, now, i18n.language) })}{' '}
        <span className="summary-when">{sinceText(last.on, now, i18n.language)}</span>
      </h2>
      {changes.length === 0 ? <p className="quiet">{t('changes.none')}</p> : null}
      <ul className="summary-lines">
        {shown.map((change) => (
          <ChangeLine key={keyOf(change)} change={change} file={file} read={read} />
        ))}
      </ul>
      {changes.length > shown.length ? (
        <div>
          <TextButton onClick={() => setIsWhole(true)}>
            {t('timeline.more', { count: changes.length - shown.length })}
          </TextButton>
        </div>
      ) : null}
      {begun}
    </section>
  );
}

function BegunNote({ caseId, onNote }: { readonly caseId: string; readonly onNote: () => void }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const zone = localZone();
  const { data } = useQuery({ ...callQuery('note.unfinished', {}), staleTime: 0 });
  const startedAt = data?.find((note) => note.caseId === caseId)?.startedAt;
  if (startedAt === undefined) return null;
  const day = onDayText(localDateAt(startedAt, zone), now, i18n.language);
  return (
    <div>
      <TextButton onClick={onNote}>
        {t('changes.noteBegun', { day, hour: hourText(startedAt, zone, i18n.language) })}
      </TextButton>
    </div>
  );
}

function keyOf(change: Change): string {
  return change.kind === 'fact' ? change.field : `${change.entry.kind} ${change.entry.id}`;
}

interface ChangeLineProps extends Omit<ChangesProps, 'onNote'> {
  readonly change: Change;
}

function ChangeLine({ change, file, read }: ChangeLineProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { label, text } = change.kind === 'fact' ? factWords(change.field) : entryWords(t, change.entry);
  /** What is spoken of at the right moment only is named, and said in *Situation*. */
  function factWords(field: FieldName): { readonly label: string; readonly text: ReactNode } {
    const name = t(`facts.fields.${labelKeyOf(field)}`);
    if (isSpokenOf(field)) return { label: name, text: t('changes.spokenOf') };
    return { label: name, text: file.facts[field]?.value === null ? t('facts.history.taken') : read(field) };
  }
  return (
    <li className="summary-line">
      <span className="summary-line-label">{label}</span>
      <span className="summary-line-text">{text}</span>
      <span className="summary-line-day">{nearDayText(change.day, now, i18n.language)}</span>
    </li>
  );
}

function isSpokenOf(field: FieldName): boolean {
  return field.startsWith('subject') || field.startsWith('search') || field === 'interviews';
}

type ChangedEntry = Extract<Change, { readonly kind: 'entry' }>['entry'];

function entryWords(t: TFunction, entry: ChangedEntry): { readonly label: string; readonly text: string } {
  switch (entry.kind) {
    case 'contact': {
      const channel = t(`timeline.channels.${entry.channel}`);
      return { label: entry.isExchange ? channel : t('changes.attempt', { channel }), text: entry.line };
    }
    case 'decision':
      return { label: t('timeline.decisions.retained'), text: entry.name };
    case 'action':
      return { label: t(`changes.done.${entry.owner}`), text: entry.text };
  }
}
