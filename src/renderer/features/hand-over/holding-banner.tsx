import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { untilDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import './hand-over.css';

interface HoldingBannerProps {
  readonly file: Pick<CaseFile, 'holding' | 'advisorName' | 'standIn'>;
  readonly onRead: () => void;
  readonly onTakeBack: () => void;
}

/** Whose file it is, where it is not simply one’s own: until when, and how it goes back. */
export function HoldingBanner({ file: { holding, advisorName, standIn }, onRead, onTakeBack }: HoldingBannerProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  if (holding === 'title' && standIn === null) return null;
  const until = standIn === null ? '' : untilDayText(standIn.until, today, i18n.language);
  const reason = standIn === null ? '' : t(`handOver.absences.${standIn.reason}`);
  const name = holding === 'title' ? (standIn?.name ?? '') : advisorName;
  return (
    <section className="holding-banner" aria-label={t('handOver.banner.label')}>
      <p>
        <strong>{t(`handOver.banner.${holding}`, { name, until })}</strong>{' '}
        <span className="quiet">{t(`handOver.banner.means.${holding}`, { reason })}</span>
      </p>
      <div className="holding-acts">
        {holding === 'title' ? null : (
          <Button size="small" onClick={onRead}>
            {t('handOver.page.open')}
          </Button>
        )}
        {holding === 'visit' ? null : (
          <Button size="small" kind="quiet" onClick={onTakeBack}>
            {t(`handOver.banner.back.${holding}`)}
          </Button>
        )}
      </div>
    </section>
  );
}
