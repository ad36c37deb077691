import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { TimelineEntry } from '../../../shared/domain/case-file/timeline.schema.ts';
import { timelineOf } from '../../features/case-file/case-file.queries.ts';
import { dayOf, inSentence, timelineWords } from '../../features/case-file/timeline-words.ts';
import { projectLine } from '../../features/job-project/project-words.ts';
import { onAppointmentText, hourText, sinceText } from '../../i18n/dates.ts';
import { dayText, numberText } from '../../i18n/formats.ts';
import { localZone, useIsOver, useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';

interface LandmarksProps {
  readonly file: CaseFile;
  readonly onProject: () => void;
  /** Null where no meeting can be planned: the file is closed. */
  readonly onAppointment: (() => void) | null;
}

/** What the person looks for, when the two met last, when they meet next. */
export function Landmarks({ file, onProject, onAppointment }: LandmarksProps) {
  const { t } = useTranslation();
  const isOver = useIsOver(file.nextAppointment?.startsAt ?? null);
  return (
    <div className="landmarks">
      <Landmark name="wanted" title={t('project.wanted')}>
        <Wanted file={file} onProject={onProject} />
      </Landmark>
      <Landmark name="next" title={t(isOver ? 'landmarks.today' : 'landmarks.next')}>
        <NextMeeting {...{ file, isOver, onAppointment }} />
      </Landmark>
      <Landmark name="last" title={t('landmarks.last')}>
        <LastContact file={file} />
      </Landmark>
    </div>
  );
}

interface LandmarkProps {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Landmark({ name, title, children }: LandmarkProps) {
  return (
    <section className="landmark" aria-labelledby={`landmark-${name}`}>
      <h2 id={`landmark-${name}`}>{title}</h2>
      {children}
    </section>
  );
}

function Wanted({ file, onProject }: Pick<LandmarksProps, 'file' | 'onProject'>) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { facts, project } = file;
  const line = projectLine(t, project, language);
  const contract = valueOf(facts, 'project1.contract') ?? [];
  const availableFrom = valueOf(facts, 'project1.availableFrom');
  const salary = valueOf(facts, 'project1.salaryFloor');
  const more = [
    ...contract.map((each) => t(`project.contracts.${each}`)),
    valueOf(facts, 'project1.schedule'),
    availableFrom === null ? null : t('project.availableFrom', { day: dayText(availableFrom, language) }),
    salary === null ? null : t(`project.salaryPer.${salary.per}`, { amount: numberText(salary.amount, language) }),
  ].filter((part) => part !== null);
  return (
    <>
      {line === null ? (
        <p>
          {t('project.unknown')}{' '}
          {file.closedOn === null ? <TextButton onClick={onProject}>{t('project.fillIn')}</TextButton> : null}
        </p>
      ) : (
        <p className="landmark-what">{line}</p>
      )}
      {more.length === 0 ? null : (
        <p className="quiet">
          {more.map((part, index) => (index === 0 ? part : inSentence(part, language))).join(', ')}
        </p>
      )}
    </>
  );
}

interface NextMeetingProps extends Pick<LandmarksProps, 'file' | 'onAppointment'> {
  /** It was earlier today. */
  readonly isOver: boolean;
}

function NextMeeting({ file, isOver, onAppointment }: NextMeetingProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const zone = localZone();
  const { data: entries = [] } = useQuery(timelineOf(file.id));
  const { nextAppointment: next } = file;
  if (next === null) {
    return onAppointment === null ? (
      <p className="quiet">{t('landmarks.noneAhead')}</p>
    ) : (
      <TextButton onClick={onAppointment}>{t('landmarks.plan')}</TextButton>
    );
  }
  const when = onAppointmentText(next.startsAt, now, zone, i18n.language);
  const hour = hourText(next.startsAt, zone, i18n.language);
  const day = when.endsWith(hour) ? when : t('landmarks.at', { day: when, hour });
  const planned = entries.find(({ id, kind }) => kind === 'appointment' && id === next.id);
  const details =
    planned?.kind === 'appointment' ? [t(`appointment.modalities.${planned.modality}`), planned.purpose] : [];
  return (
    <>
      <p className="landmark-what">{isOver ? hour : day}</p>
      <p className="quiet">{details.filter((part) => part !== '').join(', ')}</p>
    </>
  );
}

/** What the two said to each other last: a call without an answer is none. */
function isContact(entry: TimelineEntry): boolean {
  if (entry.kind === 'contact') return entry.isExchange;
  return entry.kind === 'note' || (entry.kind === 'appointment' && entry.presence === 'held');
}

function LastContact({ file }: Pick<LandmarksProps, 'file'>) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const zone = localZone();
  const { data: entries = [] } = useQuery(timelineOf(file.id));
  const { lastContactOn } = file;
  if (lastContactOn === null) return <p className="quiet">{t('landmarks.noneYet')}</p>;
  const found = entries.find((entry) => isContact(entry) && dayOf(entry, zone) === lastContactOn);
  const words = found === undefined ? null : timelineWords(t, found, { today: now, zone, language: i18n.language });
  return (
    <>
      <p className="landmark-what">{sinceText(lastContactOn, now, i18n.language)}</p>
      {words === null ? null : <p className="quiet landmark-more">{words.text === '' ? words.title : words.text}</p>}
    </>
  );
}
