import type { ClosingReason, Outcome } from '../../shared/domain/case-file/case-file.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { AgencyTagUseCases } from '../agency-tag/agency-tag.use-cases.ts';
import { assertNotAfterToday, commitAs, dayOfCommand, type Desk } from '../operation/operation.use-cases.ts';
import type { CaseFileUseCases } from './case-file.use-cases.ts';

interface OfFile {
  readonly commandId: string;
  readonly caseId: string;
  readonly baseRevision: number;
}

/** What becomes of a file as a whole: each is undone by `caseFile.undo`. */
export interface LifecycleUseCases {
  /** @throws AppError CASE_CLOSED when it is already, INVALID_INPUT for a day to come */
  close(
    command: OfFile & { readonly on: string; readonly reason: ClosingReason; readonly outcome: Outcome },
  ): Committed;
  /** Opens it again with its whole story, out of the archive. @throws AppError CHANGED_MEANWHILE when it is open */
  reopen(command: OfFile): Committed;
  /** @throws AppError CHANGED_MEANWHILE when it is open, or in the archive already */
  archive(command: OfFile): Committed;
  /**
   * All the tags of a file at once. One that was retired stays where it was, and is put nowhere else.
   * @throws AppError NOT_FOUND for a tag that the agency does not offer
   */
  setTags(command: OfFile & { readonly tagIds: readonly string[] }): Committed;
}

export function makeLifecycle(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen' | 'read'>,
  tags: Pick<AgencyTagUseCases, 'offered'>,
): LifecycleUseCases {
  const commit = (
    { commandId: opId, caseId, baseRevision }: OfFile,
    kind: `caseFile.${string}`,
    payload: object,
    check: () => void,
  ): Committed => {
    files.assertMine(caseId);
    const frozen = () => {
      check();
      return {};
    };
    const entity = { entity: 'caseFile', entityId: caseId } as const;
    return commitAs(desk, { opId, caseId, ...entity, kind, baseRevision, payload, frozen });
  };
  const assertClosed = (caseId: string): void => {
    if (files.read(caseId).closedOn === null) throw new AppError('CHANGED_MEANWHILE', 'This case file is open.');
  };

  return {
    close({ on, reason, outcome, ...file }) {
      return commit(file, 'caseFile.close', { on, reason, outcome }, () => {
        files.assertOpen(file.caseId);
        assertNotAfterToday(desk, on, 'on');
      });
    },
    reopen: (file) => commit(file, 'caseFile.reopen', {}, () => assertClosed(file.caseId)),
    archive(file) {
      return commit(file, 'caseFile.archive', { on: dayOfCommand(desk, file.commandId) }, () => {
        assertClosed(file.caseId);
        if (files.read(file.caseId).archivedOn === null) return;
        throw new AppError('CHANGED_MEANWHILE', 'This case file is in the archive already.');
      });
    },
    setTags({ tagIds, ...file }) {
      const all = [...new Set(tagIds)];
      return commit(file, 'caseFile.setTags', { tagIds: all }, () => {
        const possible = new Set([...files.read(file.caseId).tagIds, ...tags.offered()]);
        if (all.every((id) => possible.has(id))) return;
        throw new AppError('NOT_FOUND', 'The agency does not offer this tag.');
      });
    },
  };
}
