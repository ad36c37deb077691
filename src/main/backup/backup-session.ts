import type { BackupState } from '../../shared/domain/backup/backup.schema.ts';
import type { OpenFiles } from '../access/access.use-cases.ts';
import type { CaseStore } from '../operation/operation.use-cases.ts';
import { listBackups } from './backup-folder.ts';
import { NOBODY, readKeptState, type KeptState } from './backup-state.ts';

/** One opening of a space: its work stops when it closes. */
export interface Session {
  readonly folder: string;
  readonly accountId: string;
  readonly stop: AbortController;
  kept: KeptState;
  isTaking: boolean;
  isChecking: boolean;
  /** Whether the chain of the log was read since the opening. */
  isVerified: boolean;
  lastFailed: BackupState['lastFailed'];
  readonly isKeyringRepaired: boolean;
}

export function sessionOf({ folder, account, isKeyringRepaired }: OpenFiles<CaseStore>): Session {
  return {
    ...{ folder, accountId: account.id, stop: new AbortController(), kept: readKeptState(folder) },
    ...{ isTaking: false, isChecking: false, isVerified: false, lastFailed: null, isKeyringRepaired },
  };
}

/** What is told of copies; of nobody's, when nobody has unlocked. */
export function stateOf(session: Session | null): BackupState {
  if (session === null) return NOBODY;
  const { kept, isTaking, isChecking, lastFailed, isKeyringRepaired } = session;
  return {
    ...{ isTaking, lastFailed, isKeyringRepaired, checkedAt: kept.checkedAt, alteration: kept.alteration },
    lastAt: listBackups(session.folder)[0]?.takenAt ?? null,
    integrity: isChecking ? 'checking' : kept.integrity,
  };
}
