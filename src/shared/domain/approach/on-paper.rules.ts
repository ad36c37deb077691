/**
 * What of an approach leaves the file, on paper or in a table. What has not been done is told to nobody, and neither is a
 * door that closed: the page is for going on (R10).
 */
import { isOver } from './approach.rules.ts';
import type { ApproachRow, ApproachStage, Reminder } from './approach.schema.ts';

type OnPaper = Pick<ApproachRow, 'stage' | 'isOptedOut'>;

/** Employers to go on with, and the one that hired; none that asked to be proposed no more. */
export function isOnPaper({ stage, isOptedOut }: OnPaper): boolean {
  return !isOptedOut && (stage === 'hired' || !isOver(stage));
}

/** Where it stands, once something was done: that nothing was is not said. */
export function stageOnPaper({ stage }: Pick<ApproachRow, 'stage'>): Exclude<ApproachStage, 'refused' | 'no-answer'> {
  return stage === 'refused' || stage === 'no-answer' ? 'proposed' : stage;
}

/** What is ahead: a day that has passed is not told. */
export function reminderOnPaper({ reminder }: Pick<ApproachRow, 'reminder'>, today: string): Reminder | null {
  return reminder !== null && reminder.on >= today ? reminder : null;
}

/** How to reach them: what somebody of the agency found, else what the data say. */
export function reachOf({ contact, known }: Pick<ApproachRow, 'contact' | 'known'>): {
  readonly phone: string;
  readonly email: string;
} {
  const found = (of: 'phone' | 'email'): string => {
    const ours = contact?.[of] ?? '';
    return ours === '' ? (known?.publishedContact?.[of] ?? '') : ours;
  };
  return { phone: found('phone'), email: found('email') };
}
