import type { RepairOffer } from '../../../shared/domain/backup/backup.schema.ts';
import type { ApiError } from '../../platform/api.ts';

const REPAIRS: readonly RepairOffer['repair'][] = ['operations', 'backup', 'none'];
const DAMAGES: readonly NonNullable<RepairOffer['damage']>[] = ['tables', 'log', 'file', 'last-writings'];

/** What the core offers for case files that could not be opened; null when the failure is another one. */
export function repairOfferOf({ code, details }: ApiError): RepairOffer | null {
  if (code !== 'CASES_UNREADABLE') return null;
  const repair = REPAIRS.find((each) => each === details['repair']);
  if (repair === undefined) return null;
  const { backupId, takenAt, lostOperations, lostSince } = details;
  const damage = DAMAGES.find((each) => each === details['damage']);
  return {
    repair,
    ...(damage === undefined ? {} : { damage }),
    ...(typeof backupId === 'string' ? { backupId } : {}),
    ...(typeof takenAt === 'number' ? { takenAt } : {}),
    ...(typeof lostOperations === 'number' ? { lostOperations } : {}),
    ...(typeof lostSince === 'number' ? { lostSince } : {}),
  };
}
