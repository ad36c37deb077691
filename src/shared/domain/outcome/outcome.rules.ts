import { addDays, type LocalDate, monthsAfter } from '../../kernel/local-date.ts';
import { unknownKind, type Operation } from '../operation/operation.ts';
import type { OutcomePayload } from './outcome.schema.ts';

/** When it is asked: a choice of ours, the time after which a job is called lasting. */
const ASKED_AFTER_MONTHS = 6;
/** For how long: beyond, it would be asked of somebody nobody remembers. */
const ASKED_FOR_DAYS = 90;

/** What was told of one closing; nothing where it was taken back. */
export interface ToldOutcome extends Omit<OutcomePayload, 'situation'> {
  readonly caseId: string;
  readonly situation: OutcomePayload['situation'] | null;
  readonly on: string;
  readonly actorId: string;
  readonly at: number;
  readonly revision: number;
}

type Told = Operation<Pick<ToldOutcome, 'closedOn' | 'situation' | 'on'>>;

/** A file that was opened again and closed is asked about anew. */
export function outcomeIdOf(caseId: string, closedOn: string): string {
  return `${caseId}/${closedOn}`;
}

export function applyOutcome(_state: ToldOutcome | null, operation: Operation): ToldOutcome {
  if (operation.kind !== 'outcome.tell') return unknownKind(operation);
  const { caseId, actorId, at, deviceSeq: revision, payload } = operation as Told;
  return { ...payload, caseId: caseId ?? '', actorId, at, revision };
}

/** The closings that are asked about on a day: from the first to the last of these days. */
export function askedAbout(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const to = monthsAfter(today, -ASKED_AFTER_MONTHS);
  return { from: addDays(to, -ASKED_FOR_DAYS), to };
}
