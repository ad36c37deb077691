import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { dayText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import './closing.css';
import { retentionText } from './retention-words.ts';

interface ClosedBannerProps {
  readonly file: CaseFile;
  readonly onReopen: () => void;
  readonly onArchive: () => void;
  readonly onErase: () => void;
}

/** A closed file: since when, why, what can be done with it, how long it is kept. */
export function ClosedBanner({ file, onReopen, onArchive, onErase }: ClosedBannerProps) {
  const { t, i18n } = useTranslation();
  const { closedOn, closingReason, outcome, archivedOn } = file;
  if (closedOn === null) return null;
  const day = dayText(closedOn, i18n.language);
  const why = [
    closingReason === null ? null : t(`caseFile.closingReasons.${closingReason}`),
    outcome === null ? null : t('caseFile.closedOutcome', { outcome: t(`caseFile.outcomes.${outcome}`) }),
    archivedOn === null ? null : t('caseFile.archivedOn', { day: dayText(archivedOn, i18n.language) }),
  ].filter((part) => part !== null);
  return (
    <section className="closed-banner" aria-label={t('caseFile.closedBanner')}>
      <div className="closed-banner-text">
        <p>
          <strong>{t('caseFile.closed', { day })}</strong> {why.join(' ')}
        </p>
        <p className="quiet small">
          {t('caseFile.closedMeans')} {retentionText(t, file, i18n.language)}
        </p>
      </div>
      <div className="closed-banner-acts">
        <Button size="small" onClick={onReopen}>
          {t('caseFile.reopen')}
        </Button>
        {archivedOn === null ? (
          <Button size="small" onClick={onArchive}>
            {t('caseFile.archive')}
          </Button>
        ) : null}
        <Button size="small" kind="quiet" onClick={onErase}>
          {t('caseFile.erase')}
        </Button>
      </div>
    </section>
  );
}
