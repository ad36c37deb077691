import type { ClosingReason, Outcome } from '../../../shared/domain/case-file/case-file.schema.ts';

const OUTCOMES_OFFERED = [
  'lasting-job',
  'short-job',
  'training',
  'own-business',
  'still-searching',
  'not-known',
] as const satisfies readonly Outcome[];

/** These end a support by themselves. */
const REASONS_THAT_ARE_OUTCOMES: Partial<Record<ClosingReason, Outcome>> = {
  moved: 'moved',
  'person-request': 'person-request',
  retirement: 'retirement',
};

/** What a support can have ended in for that reason: the reason itself first where it says it all. */
export function outcomesFor(reason: ClosingReason | ''): readonly Outcome[] {
  const same = reason === '' ? undefined : REASONS_THAT_ARE_OUTCOMES[reason];
  return same === undefined ? OUTCOMES_OFFERED : [same, ...OUTCOMES_OFFERED];
}
