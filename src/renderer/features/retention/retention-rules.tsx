import { useTranslation } from 'react-i18next';
import { ACCESS_LOG_YEARS, TERM_DAYS } from '../../../shared/domain/retention/retention.rules.ts';
import { numberText } from '../../i18n/formats.ts';
import '../../ui/setting-card.css';
import { yearsKept } from './next-erasures.ts';

/** How long everything is kept, from the rule that erases. */
export function RetentionRules() {
  const { t, i18n } = useTranslation();
  const n = (value: number): string => numberText(value, i18n.language);
  const years = yearsKept();
  return (
    <section className="card setting-card">
      <h2>{t('retentionRules.title')}</h2>
      <p className="quiet">{t('retentionRules.text')}</p>
      <dl className="facts">
        <dt>{t('retentionRules.open')}</dt>
        <dd>{t('retentionRules.openText')}</dd>
        <dt>{t('retentionRules.closed')}</dt>
        <dd>{t('retentionRules.closedText', { words: n(years.words), file: n(years.file) })}</dd>
        <dt>{t('retentionRules.early')}</dt>
        <dd>{t('retentionRules.earlyText', { days: n(TERM_DAYS) })}</dd>
        <dt>{t('retentionRules.log')}</dt>
        <dd>{t('retentionRules.logText', { count: ACCESS_LOG_YEARS, n: n(ACCESS_LOG_YEARS) })}</dd>
        <dt>{t('retentionRules.copies')}</dt>
        <dd>{t('retentionRules.copiesText')}</dd>
      </dl>
    </section>
  );
}
