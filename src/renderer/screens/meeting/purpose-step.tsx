import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/domain/action/action.rules.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { holds } from '../../../shared/domain/note/note.rules.ts';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { actionsOf } from '../../features/action/action.queries.ts';
import { isLate } from '../../features/action/action-groups.ts';
import { AskFirst } from '../../features/case-file/ask-first.tsx';
import { Changes } from '../../features/case-file/changes.tsx';
import type { WantedFact } from '../../features/case-file/situation.tsx';
import { linkText } from '../../features/note/note-words.ts';
import { notesOf } from '../../features/note/note.queries.ts';
import '../../features/note/note.css';
import { PrivateLineField } from '../../features/private-line/private-line-field.tsx';
import { DataVintages } from '../../features/workspace/data-vintages.tsx';
import { workspaceStatus } from '../../features/workspace/workspace.queries.ts';
import { hourText, onDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { useReading } from '../case-file/use-shapes.ts';
import { Part } from './part.tsx';

interface PurposeStepProps {
  readonly file: CaseFile;
  /** Who is there, by their names. */
  readonly present: readonly string[];
  /** The appointment one is in; null until it is there. */
  readonly current: Appointment | null;
  readonly onNote: () => void;
  /** Goes where a fact is told. */
  readonly onFact: (wanted: WantedFact) => void;
}

/** Twenty seconds before speaking: why we meet, what was promised, what we had decided, what changed, what is missing. */
export function PurposeStep({ file, present, current, onNote, onFact }: PurposeStepProps) {
  const read = useReading(file.facts);
  const { data: notes = [] } = useQuery(notesOf(file.id));
  const { data: workspace } = useQuery(workspaceStatus);
  const today = useToday();
  const last = notes.find((note) => note.on < today && holds(note)) ?? null;
  const manifest = workspace?.manifest ?? null;
  return (
    <>
      <TheAppointment current={current} present={present} />
      <MyPromises caseId={file.id} />
      <LastDecisions note={last} />
      <Changes file={file} read={read} onNote={onNote} />
      <PrivateLineField caseId={file.id} />
      <AskFirst file={file} isFirstMeeting={last === null} onBlock={onFact} />
      {manifest === null ? null : (
        <p className="meeting-ages">
          <DataVintages manifest={manifest} />
        </p>
      )}
    </>
  );
}

function TheAppointment({ current, present }: Pick<PurposeStepProps, 'current' | 'present'>) {
  const { t, i18n } = useTranslation();
  const how =
    current === null
      ? ''
      : t('meeting.purpose.how', {
          modality: t(`appointment.modalities.${current.modality}`),
          hour: hourText(current.startsAt, localZone(), i18n.language),
        });
  return (
    <div className="meeting-purpose">
      <p className="meeting-purpose-what">
        {current === null || current.purpose === '' ? t('meeting.purpose.toAgree') : current.purpose}
      </p>
      <p className="quiet">
        {how} {t('meeting.purpose.present', { names: present.join(', ') })}
      </p>
    </div>
  );
}

/** What the advisor owes comes first: the delay is ours to say. */
function MyPromises({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data = [] } = useQuery(actionsOf(caseId));
  const promises = data.filter((action) => action.owner === 'advisor' && isOpen(action));
  return (
    <Part title={t('meeting.purpose.promised')}>
      {promises.length === 0 ? <p className="quiet">{t('action.noneMine')}</p> : null}
      <ul className="meeting-lines">
        {promises.map((action) => (
          <li key={action.id}>
            {action.text}
            {action.dueOn === null ? null : (
              <span className="meeting-line-more">
                {t(isLate(action, today) ? 'action.wasDue' : 'action.due', {
                  day: onDayText(action.dueOn, today, i18n.language),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What the two decided, as the last note has it. */
function LastDecisions({ note }: { readonly note: Note | null }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  if (note === null) return null;
  const words = note.sections.decided.trim();
  const decided = note.links.filter(({ section }) => section === 'decided');
  return (
    <Part title={t('meeting.purpose.decided', { day: onDayText(note.on, today, i18n.language) })}>
      {words === '' && decided.length === 0 ? <p className="quiet">{t('meeting.purpose.nothingDecided')}</p> : null}
      {words === '' ? null : <p className="meeting-words">{words}</p>}
      <ul className="note-links">
        {decided.map((link) => (
          <li key={link.id} className="chip">
            {linkText(t, link, today, i18n.language)}
          </li>
        ))}
      </ul>
    </Part>
  );
}
