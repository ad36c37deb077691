import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/domain/backup/backup.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/setting-card.css';
import { momentText } from './moment-words.ts';

interface BackupTableProps {
  /** Newest first. */
  readonly copies: readonly Backup[];
  readonly onRestore: (copy: Backup) => void;
}

/** The copies that are kept, with why each was made. */
export function BackupTable({ copies, onRestore }: BackupTableProps) {
  const { t } = useTranslation();
  return (
    <section className="card setting-card">
      <h2 id="copies-title">{t('backup.list')}</h2>
      <p className="quiet">{t('backup.listText')}</p>
      {copies.length === 0 ? (
        <p>{t('backup.none')}</p>
      ) : (
        <div className="plain-table-scroll" tabIndex={0} role="region" aria-labelledby="copies-title">
          <table className="plain-table" aria-labelledby="copies-title">
            <thead>
              <tr>
                <th scope="col">{t('backup.columns.when')}</th>
                <th scope="col">{t('backup.columns.why')}</th>
                <th scope="col" className="figure">
                  {t('backup.columns.size')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('backup.columns.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {copies.map((copy) => (
                <CopyRow
                  key={copy.backupId}
                  copy={copy}
                  isMinuteShared={copies.some((other) => other !== copy && minuteOf(other) === minuteOf(copy))}
                  onRestore={onRestore}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface CopyRowProps {
  readonly copy: Backup;
  /** With another copy: its seconds tell it apart. */
  readonly isMinuteShared: boolean;
  readonly onRestore: (copy: Backup) => void;
}

const MINUTE_MS = 60_000;

function minuteOf({ takenAt }: Backup): number {
  return Math.floor(takenAt / MINUTE_MS);
}

function CopyRow({ copy, isMinuteShared, onRestore }: CopyRowProps) {
  const { t, i18n } = useTranslation();
  const minute = momentText(t, copy.takenAt, i18n.language);
  const seconds = Math.floor((copy.takenAt % MINUTE_MS) / 1000);
  const when = isMinuteShared ? t('backup.momentSeconds', { when: minute, seconds }) : minute;
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>{t(`backup.kinds.${copy.kind}`)}</td>
      <td className="figure quiet">{bytesText(copy.bytes, i18n.language)}</td>
      <td className="plain-table-act">
        <Button size="small" aria-label={t('backup.restoreOf', { when })} onClick={() => onRestore(copy)}>
          {t('backup.restore')}
        </Button>
      </td>
    </tr>
  );
}
