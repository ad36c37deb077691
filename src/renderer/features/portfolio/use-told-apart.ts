import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toPeople } from './people.ts';
import { apartText } from './portfolio-words.ts';
import { portfolio } from './portfolio.queries.ts';

/** What tells this person from another one of the portfolio who has the same name; null where nobody has. */
export function useToldApart(caseId: string): string | null {
  const { t, i18n } = useTranslation();
  const rows = useQuery(portfolio).data ?? [];
  const person = toPeople(rows).find(({ row }) => row.id === caseId);
  return person === undefined ? null : apartText(t, person, i18n.language);
}
