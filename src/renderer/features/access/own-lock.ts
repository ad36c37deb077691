/** Why the case files closed by themselves, until somebody opens them. It says nothing of whose they are. */
import type { LockReason } from '../../../shared/domain/access/access.schema.ts';

let reason: LockReason | null = null;

export function rememberOwnLock(why: LockReason): void {
  reason = why;
}

export function forgetOwnLock(): void {
  reason = null;
}

/** Null when somebody locked them, or nobody had opened them. */
export function ownLock(): LockReason | null {
  return reason;
}
