import type { Outcome } from '../../../shared/domain/case-file/case-file.schema.ts';

/** How an accompaniment ends; each has its words. */
export const OUTCOMES = [
  'lasting-job',
  'short-job',
  'training',
  'own-business',
  'moved',
  'person-request',
  'retirement',
] as const satisfies readonly Outcome[];

export function isOutcome(text: string): text is Outcome {
  return OUTCOMES.some((outcome) => outcome === text);
}
