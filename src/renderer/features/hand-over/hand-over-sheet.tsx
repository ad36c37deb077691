import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverPage } from '../../../shared/domain/hand-over/hand-over.schema.ts';
import { onAppointmentText, onDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import './hand-over.css';

interface HandOverSheetProps {
  readonly page: HandOverPage;
  /** The job project in one line; null where nothing is known of it. */
  readonly project: string | null;
}

interface Part {
  readonly title: string;
  readonly lines: readonly ReactNode[];
}

/** Two minutes of reading: how to reach her safely first, then what she wants and what we promised each other. */
export function HandOverSheet({ page, project }: HandOverSheetProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const day = (on: string): string => onDayText(on, today, i18n.language);
  const meetings = page.meetings.map(({ startsAt, modality, purpose }) =>
    [
      onAppointmentText(startsAt, today, localZone(), i18n.language),
      t(`appointment.modalities.${modality}`),
      ...(purpose === '' ? [] : [purpose]),
    ].join(', '),
  );
  const promised = (isOurs: boolean): readonly string[] =>
    page.promises
      .filter(({ owner }) => (owner === 'advisor') === isOurs)
      .map(({ owner, text, dueOn, byName }) =>
        [
          text,
          ...(dueOn === null ? [] : [t('action.due', { day: day(dueOn) })]),
          ...(isOurs && byName !== '' ? [t('handOver.page.by', { name: byName })] : []),
          ...(owner === 'partner' ? [t('action.owners.partner')] : []),
        ].join(', '),
      );
  const parts: readonly Part[] = [
    {
      title: t('handOver.page.wants'),
      lines: [
        ...(page.wish === null ? [] : [t('handOver.page.wish', { text: page.wish.text, day: day(page.wish.on) })]),
        ...(project === null ? [] : [project]),
        ...page.objectives.map((text) => t('handOver.page.objective', { text })),
      ],
    },
    { title: t('handOver.page.meetings'), lines: meetings },
    { title: t('handOver.page.ours'), lines: promised(true) },
    { title: t('handOver.page.theirs'), lines: promised(false) },
    {
      title: t('handOver.page.awaited'),
      lines: page.awaited.map(({ kind, name, on }) => t(`handOver.page.awaitedLine.${kind}`, { name, day: day(on) })),
    },
    {
      title: t('handOver.page.supporters'),
      lines: page.supporters.map(({ name, role, organisation, phone }) =>
        [name, role, organisation, phone].filter((part) => part !== '').join(', '),
      ),
    },
  ];
  return (
    <div className="hand-over-page">
      <Reaching page={page} />
      {parts.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          {lines.length === 0 ? (
            <p className="quiet">{t('handOver.page.none')}</p>
          ) : (
            <ul>
              {lines.map((line, at) => (
                // Two promises may read the same.
                <Fragment key={at}>
                  <li>{line}</li>
                </Fragment>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

/** How to reach the person without putting them in trouble. */
function Reaching({ page: { phones, bestHours, precautions, understanding } }: { readonly page: HandOverPage }) {
  const { t } = useTranslation();
  const numbers = phones.map(({ number }) => number).join(', ');
  const careful = [
    ...precautions.map((precaution) => t(`facts.precautionWords.${precaution}`)),
    ...understanding.map((need) => t(`facts.understandingWords.${need}`)),
  ];
  return (
    <>
      {careful.length === 0 ? null : (
        <p className="hand-over-careful">
          <strong>{t('handOver.page.careful')}</strong>
          <span>{careful.join(', ')}</span>
        </p>
      )}
      <section>
        <h3>{t('handOver.page.reach')}</h3>
        <p>{[numbers, bestHours ?? ''].filter((part) => part !== '').join(', ') || t('handOver.page.none')}</p>
      </section>
    </>
  );
}
