/** What can be undone in each file, in memory only: one goes from a file to its meeting and back without losing it. */
import { onForget, onForgetFile } from '../../platform/forgetting.ts';

export interface Undoable {
  /** In the order they were made: the last one is undone first. */
  readonly opIds: readonly string[];
  /** What was done, in words. */
  readonly text: string;
}

const stacks = new Map<string, readonly Undoable[]>();

onForget(() => stacks.clear());
onForgetFile((caseId) => stacks.delete(caseId));

/** First done first. */
export function undoablesOf(caseId: string): readonly Undoable[] {
  return stacks.get(caseId) ?? [];
}

export function addUndoable(caseId: string, undoable: Undoable): void {
  stacks.set(caseId, [...undoablesOf(caseId), undoable]);
}

/** What is left of it once some of its operations were undone; nothing where all of them were. */
export function leaveOf(caseId: string, undoable: Undoable, left: Undoable['opIds']): void {
  const stack = undoablesOf(caseId).flatMap((other) => {
    if (other !== undoable) return [other];
    return left.length === 0 ? [] : [{ ...undoable, opIds: left }];
  });
  stacks.set(caseId, stack);
}
