import { useQuery } from '@tanstack/react-query';
import { isOpen } from '../../../shared/domain/action/action.rules.ts';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { type LocalDate, localDateAt } from '../../../shared/kernel/local-date.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, useNow } from '../../platform/today.ts';
import { actionsOf } from './action.queries.ts';

interface PlanAround {
  /** What an action may be for. */
  readonly objectives: readonly Action[];
  /** The day of the next appointment; null where none is planned. */
  readonly nextOn: LocalDate | null;
}

/** What is known when something is agreed on. */
export function usePlanAround(caseId: string): PlanAround {
  const now = useNow();
  const { data: actions = [] } = useQuery(actionsOf(caseId));
  const { data: appointments = [] } = useQuery(callQuery('appointment.list', { caseId }));
  const next = appointments.findLast(({ startsAt, presence }) => startsAt > now && presence === 'planned');
  return {
    objectives: actions.filter((action) => action.kind === 'objective' && isOpen(action)),
    nextOn: next === undefined ? null : localDateAt(next.startsAt, localZone()),
  };
}
