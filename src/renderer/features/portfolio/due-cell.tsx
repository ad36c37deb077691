import type { TFunction } from 'i18next';
import { nearDayText, sinceText } from '../../i18n/dates.ts';
import { deadlineLine, deadlineText, lateWord } from './portfolio-words.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

interface DueCellProps {
  readonly t: TFunction;
  readonly language: string;
  readonly row: PortfolioRow;
  readonly today: string;
}

/** What the advisor promised, and the deadline that comes first; what is late says so in words. */
export function DueCell({ t, language, row, today }: DueCellProps) {
  const { promise, deadlines } = row;
  const [first, ...others] = deadlines;
  if (promise === null && first === undefined) return null;
  return (
    <>
      {promise === null ? null : (
        <div>
          {promise.text}
          <Day day={promise.dueOn} today={today} language={language} late={t('portfolio.promisedFor')} />
        </div>
      )}
      {first === undefined ? null : (
        <div>
          {deadlineText(t, first)}
          <Day day={first.on} today={today} language={language} late={lateWord(t, first.kind)} />
          <Others lines={others.map((deadline) => deadlineLine(t, deadline, today, language))} />
        </div>
      )}
    </>
  );
}

/** "+1": the other deadlines, all of them said on demand and to a screen reader. */
function Others({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <span className="cell-more" title={lines.join('\n')}>
      <span aria-hidden="true">+{lines.length}</span>
      <span className="visually-hidden">{`; ${lines.join('; ')}`}</span>
    </span>
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
      <span className="overdue nowrap">{`${late} ${sinceText(day, today, language)}`.trim()}</span>
    </>
  );
}
