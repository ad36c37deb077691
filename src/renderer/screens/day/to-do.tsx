import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_FILTERS } from '../../../shared/domain/case-file/usual-view.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Person } from '../../features/portfolio/people.ts';
import { outcomesToAsk } from '../../features/outcome/outcome.queries.ts';
import { waitingSheets } from '../../features/sheet/sheet.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import { go } from '../../platform/location.ts';
import { localZone, useNow } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { lookFromAnywhere } from '../portfolio/portfolio-view.ts';
import { dueBy, pastMeetings, unfinishedNotes } from './day.queries.ts';
import { TO_DO_LISTS, type ToDo, toDoLists, type ToDoListName } from './to-do-lists.ts';

/** How many of a list are shown here: the portfolio has them all. */
const SHOWN = 6;

/** The filter of the portfolio that has the whole of a list. */
const WHOLE = { promises: 'promised', awaited: 'awaited', deadlines: 'expiring', contacts: 'overdue' } as const;

interface ToDoProps {
  readonly people: readonly Person[];
  readonly today: LocalDate;
}

/** What there is to do besides the meetings; each line opens where it is done. */
export function ToDoPanel({ people, today }: ToDoProps) {
  const { t, i18n } = useTranslation();
  const due = useQuery(dueBy(today)).data;
  const notes = useQuery(unfinishedNotes).data;
  const sheets = useQuery(waitingSheets).data;
  const past = useQuery(pastMeetings(today)).data;
  const later = useQuery(outcomesToAsk).data;
  const now = useNow();
  const lists = useMemo(() => {
    if (due === undefined || notes === undefined || sheets === undefined || past === undefined || later === undefined)
      return null;
    return toDoLists(t, i18n.language, { people, due, notes, sheets, later, past, now, today, zone: localZone() });
  }, [t, i18n.language, people, due, notes, sheets, later, past, now, today]);
  if (lists === null) return <div className="to-do" aria-busy="true" />;
  const filled = TO_DO_LISTS.filter((name) => lists[name].length > 0);
  return (
    <div className="to-do">
      {filled.length === 0 ? <p className="quiet">{t('day.nothingToDo')}</p> : null}
      {filled.map((name) => (
        <ToDoSection key={name} name={name} items={lists[name]} />
      ))}
    </div>
  );
}

function ToDoSection({ name, items }: { readonly name: ToDoListName; readonly items: readonly ToDo[] }) {
  const { t, i18n } = useTranslation();
  const rest = items.length - SHOWN;
  return (
    <section className="card to-do-card" aria-labelledby={`to-do-${name}`}>
      <h2 id={`to-do-${name}`}>
        {t(`day.lists.${name}`)} <span className="quiet">{numberText(items.length, i18n.language)}</span>
      </h2>
      <ul>
        {items.slice(0, SHOWN).map(({ key, name: person, text, late, opens }) => (
          <li key={key}>
            <button type="button" className="to-do-item" onClick={() => go(opens)}>
              <strong>{person}</strong>
              <span>
                {late === null ? text : `${text}, `}
                {late === null ? null : (
                  <span className={name === 'promises' ? 'overdue nowrap' : 'nowrap'}>
                    {t('day.dueOn', { since: late })}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 ? <More name={name} rest={rest} /> : null}
    </section>
  );
}

/** The others: in the portfolio where a filter has them, counted where none does. */
function More({ name, rest }: { readonly name: ToDoListName; readonly rest: number }) {
  const { t, i18n } = useTranslation();
  const text = t('day.others', { count: rest, n: numberText(rest, i18n.language) });
  if (name === 'promises' || name === 'awaited' || name === 'deadlines' || name === 'contacts') {
    const quick = WHOLE[name];
    return <TextButton onClick={() => lookFromAnywhere({ filters: { ...NO_FILTERS, quick } })}>{text}</TextButton>;
  }
  return <p className="quiet">{text}</p>;
}
