import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, Repaired } from '../../../shared/domain/backup/backup.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/setting-card.css';
import type { Restored } from './restore-dialog.tsx';

export interface JustRestored {
  /** The copy one went back to. */
  readonly copy: Backup;
  readonly outcome: Restored;
}

interface RestoredNoticeProps {
  readonly restored: JustRestored;
  readonly onUndo: (kept: Backup) => void;
  readonly onRead: () => void;
}

/** After going back to a copy: what was taken away, where it is, and what to do if it was a mistake. */
export function RestoredNotice({ restored, onUndo, onRead }: RestoredNoticeProps) {
  const { t, i18n } = useTranslation();
  const { copy, outcome } = restored;
  const count = outcome.lostOperations;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked went with its dialog, and the copy may be gone from the list.
  useEffect(() => heading.current?.focus(), [restored]);
  return (
    <section className="setting-notice" role="status">
      <h2 ref={heading} tabIndex={-1}>
        {t('backup.restoredTitle', { when: fullMomentText(copy.takenAt, localZone(), i18n.language) })}
      </h2>
      <p>{t('backup.restoredText', { count, n: numberText(count, i18n.language) })}</p>
      <p>{t('backup.restoredMistake')}</p>
      <div className="setting-actions">
        <Button onClick={() => onUndo(outcome.kept)}>{t('backup.restoredUndo')}</Button>
        <Button kind="quiet" onClick={onRead}>
          {t('backup.read')}
        </Button>
      </div>
    </section>
  );
}

/** What a repair says that it could not read: the other tables mean nothing to anybody. */
const TABLES_WITH_WORDS = ['draft', 'access_log', 'preference'] as const;

interface RepairedNoticeProps {
  readonly repaired: Repaired;
  readonly onRead: () => void;
}

/** After a repair at the opening: what was taken over, what was not, and where the damaged file is. */
export function RepairedNotice({ repaired, onRead }: RepairedNoticeProps) {
  const { t, i18n } = useTranslation();
  const { from, lostOperations: count, unreadable, keptAs } = repaired;
  const lost =
    count < 0 ? t('backup.repairedUnknown') : t('backup.repairedLost', { count, n: numberText(count, i18n.language) });
  return (
    <section className="setting-notice" data-tone={count === 0 ? 'done' : 'warning'} role="status">
      <h2>{t('backup.repairedTitle')}</h2>
      <p>
        {t(`backup.repairedFrom.${from}`)} {lost}
      </p>
      {TABLES_WITH_WORDS.filter((table) => unreadable.includes(table)).map((table) => (
        <p key={table}>{t(`backup.repairedWithout.${table}`)}</p>
      ))}
      <p className="quiet">{t('backup.repairedKept', { file: keptAs })}</p>
      <div className="setting-actions">
        <Button onClick={onRead}>{t('backup.read')}</Button>
      </div>
    </section>
  );
}
