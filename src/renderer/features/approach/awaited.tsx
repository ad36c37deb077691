import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import './approach.css';
import { inOrder, reminderText } from './approach-words.ts';
import { approachesOf } from './approach.queries.ts';

interface AwaitedProps {
  readonly caseId: string;
  readonly onOpen: () => void;
}

/** Employers to call back or whose answer is awaited, the first due first; nothing where nothing is. */
export function Awaited({ caseId, onOpen }: AwaitedProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data = [] } = useQuery(approachesOf(caseId));
  const waiting = inOrder(data).flatMap((row) => (row.reminder === null ? [] : [{ ...row, reminder: row.reminder }]));
  if (waiting.length === 0) return null;
  return (
    <section className="summary-card" aria-labelledby="awaited-title">
      <h2 id="awaited-title">{t('approach.awaited')}</h2>
      <ul className="awaited-list">
        {waiting.map(({ decisionId, name, reminder }) => (
          <li key={decisionId} className="awaited">
            <TextButton onClick={onOpen}>{name}</TextButton>
            <span className={reminder.on < today ? 'overdue' : 'quiet'}>
              {reminderText(t, reminder, today, i18n.language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
