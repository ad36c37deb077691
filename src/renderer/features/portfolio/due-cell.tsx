import type { TFunction } from 'i18next';
import { nearDayText, sinceText } from '../../i18n/dates.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

interface DueCellProps {
  readonly t: TFunction;
  readonly language: string;
  readonly row: PortfolioRow;
  readonly today: string;
}

/** What the advisor promised, and the certificate that expires; what is late says so in words. */
export function DueCell({ t, language, row, today }: DueCellProps) {
  const { promise, expiry } = row;
  if (promise === null && expiry === null) return null;
  return (
    <>
      {promise === null ? null : (
        <div>
          {promise.text}
          <Day day={promise.dueOn} today={today} language={language} late={t('portfolio.promisedFor')} />
        </div>
      )}
      {expiry === null ? null : (
        <div>
          {expiry.label}
          <Day day={expiry.expiresOn} today={today} language={language} late={t('portfolio.expired')} />
        </div>
      )}
    </>
  );
}

interface DayProps {
  readonly day: string | null;
  readonly today: string;
  readonly language: string;
  /** What is said before a day that is past. */
  readonly late: string;
}

function Day({ day, today, language, late }: DayProps) {
  if (day === null) return null;
  if (day >= today) {
    return (
      <>
        {', '}
        <span className="nowrap">{nearDayText(day, today, language)}</span>
      </>
    );
  }
  return (
    <>
      {', '}
      <span className="overdue nowrap">
        {late} {sinceText(day, today, language)}
      </span>
    </>
  );
}
