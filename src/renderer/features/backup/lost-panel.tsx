import { useTranslation } from 'react-i18next';
import type { BackupPreview } from '../../../shared/domain/backup/backup.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import '../../ui/setting-card.css';
import './backup.css';

/** Counted in words, each only when there is something to count. */
const COUNTED = [
  ['otherDrafts', 'otherDrafts'],
  ['otherFiles', 'otherFiles'],
  ['regained', 'regained'],
  ['erasedSince', 'erased'],
] as const;

/** What going back to a copy would take away, in counts and by file. */
export function LostPanel({ preview }: { readonly preview: BackupPreview }) {
  const { t, i18n } = useTranslation();
  const n = (count: number): string => numberText(count, i18n.language);
  const { lost, files, drafts } = preview;
  return (
    <div className="lost">
      <LostLine lost={lost} />
      {lost.byFamily.length === 0 ? null : (
        <ul className="lost-families">
          {lost.byFamily.map(({ family, changes }) => (
            <li key={family}>{t(`backup.families.${family}`, { count: changes, n: n(changes) })}</li>
          ))}
        </ul>
      )}
      {files.length === 0 ? null : (
        <section>
          <h3 id="lost-files">{t('backup.files')}</h3>
          <div className="lost-files" tabIndex={0} role="region" aria-labelledby="lost-files">
            <ul>
              {files.map(({ caseId, name, changes, isWhollyLost }) => (
                <li key={caseId}>
                  <span>{name}</span>
                  {isWhollyLost ? (
                    <span className="setting-warning">{t('backup.fileWhole')}</span>
                  ) : (
                    <span className="quiet">{t('backup.fileChanges', { count: changes, n: n(changes) })}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {drafts.map(({ caseId, name }) => (
        <p key={caseId}>{t('backup.draft', { name })}</p>
      ))}
      {COUNTED.map(([field, words]) =>
        preview[field] === 0 ? null : (
          <p key={field}>{t(`backup.${words}`, { count: preview[field], n: n(preview[field]) })}</p>
        ),
      )}
      <p className="quiet">{t('backup.keptFirst')}</p>
    </div>
  );
}

/** "12 changements seraient perdus. Faits entre … et …." */
export function LostLine({ lost }: { readonly lost: BackupPreview['lost'] }) {
  const { t, i18n } = useTranslation();
  const { changes, since, until } = lost;
  if (changes === 0) return <p className="setting-good">{t('backup.loseNothing')}</p>;
  const when = (instant: number): string => fullMomentText(instant, localZone(), i18n.language);
  const period = (): string => {
    if (since === null || until === null) return '';
    const [from, to] = [when(since), when(until)];
    return from === to
      ? t('backup.loseAt', { count: changes, since: from })
      : t('backup.losePeriod', { since: from, until: to });
  };
  return (
    <p>
      <strong className="setting-warning">
        {t('backup.lose', { count: changes, n: numberText(changes, i18n.language) })}
      </strong>{' '}
      {period()}
    </p>
  );
}
