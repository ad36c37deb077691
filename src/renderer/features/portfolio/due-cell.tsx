import { useTranslation } from 'react-i18next';
import { nearDayText, sinceText } from '../../i18n/dates.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

interface DueCellProps {
  readonly row: PortfolioRow;
  readonly today: string;
}

/** What the advisor promised, and the certificate that expires; what is late says so in words. */
export function DueCell({ row, today }: DueCellProps) {
  const { t } = useTranslation();
  const { promise, expiry } = row;
  if (promise === null && expiry === null) return null;
  return (
    <>
      {promise === null ? null : (
        <div>
          {promise.text}
          <Day day={promise.dueOn} today={today} late={t('portfolio.promisedFor')} />
        </div>
      )}
      {expiry === null ? null : (
        <div>
          {expiry.label}
          <Day day={expiry.expiresOn} today={today} late={t('portfolio.expired')} />
        </div>
      )}
    </>
  );
}

interface DayProps {
  readonly day: string | null;
  readonly today: string;
  /** What is said before a day that is past. */
  readonly late: string;
}

function Day({ day, today, late }: DayProps) {
  const { i18n } = useTranslation();
  if (day === null) return null;
  if (day >= today) {
    return (
      <>
        {', '}
        <span className="nowrap">{nearDayText(day, today, i18n.language)}</span>
      </>
    );
  }
  return (
    <>
      {', '}
      <span className="overdue nowrap">
        {late} {sinceText(day, today, i18n.language)}
      </span>
    </>
  );
}
