import type { Holding, StandIn } from './hand-over.ts';

export interface Holders {
  readonly advisorId: string;
  readonly standIn: StandIn | null;
}

/** Who stands in today: at the end of the last day the file is back by itself, nothing is written. */
export function standInOn(today: string, standIn: StandIn | null): StandIn | null {
  return standIn !== null && standIn.until >= today ? standIn : null;
}

/** How an account holds a file today; null when it does not. The advisor keeps it while somebody stands in. */
export function holdingOf(
  { advisorId, standIn }: Holders,
  accountId: string,
  today: string,
): Exclude<Holding, 'visit'> | null {
  if (advisorId === accountId) return 'title';
  return standInOn(today, standIn)?.accountId === accountId ? 'stand-in' : null;
}
