/**
 * What was written of a note and could not be kept: the disk was full, or the note was also written elsewhere. It stays
 * here when its tab is left, and is on screen again when one comes back; never for anybody else.
 */
import type { DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { onForget, onForgetFile } from '../../platform/forgetting.ts';

export interface UnsavedDraft {
  readonly body: DraftBody;
  /** The version it was written from; null to go on from whatever is there. */
  readonly baseVersion: number | null;
}

const drafts = new Map<string, UnsavedDraft>();

onForget(() => drafts.clear());
onForgetFile((caseId) => drafts.delete(caseId));

export function holdDraft(caseId: string, draft: UnsavedDraft): void {
  drafts.set(caseId, draft);
}

export function unsavedDraft(caseId: string): UnsavedDraft | null {
  return drafts.get(caseId) ?? null;
}

/** It is kept, validated or thrown away. */
export function releaseDraft(caseId: string): void {
  drafts.delete(caseId);
}
