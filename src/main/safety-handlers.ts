import type { Repaired } from '../shared/domain/backup/backup.schema.ts';
import type { CoreCallName } from '../shared/contract/index.ts';
import type { Access } from './access/access.use-cases.ts';
import type { Backups } from './backup/backup.use-cases.ts';
import type { RepairFrom } from './backup/repair.ts';
import type { Handlers } from './handlers.ts';
import type { DataFolder } from './data-folder/data-folder.use-cases.ts';
import type { DiagnosticUseCases } from './diagnostic/diagnostic.use-cases.ts';
import type { CaseStore } from './operation/operation.use-cases.ts';

/** Calls about keeping what people entrust to the workstation: ways in, copies, the folder, what to tell who helps. */
export type SafetyCallName = Extract<
  CoreCallName,
  | `${'diagnostic' | 'dataFolder' | 'backup'}.${string}`
  | `access.${'changePassphrase' | 'makeRecoveryCode' | 'recover' | 'repair'}`
>;

interface Safety {
  readonly access: Access<CaseStore>;
  readonly diagnostic: DiagnosticUseCases;
  readonly dataFolder: DataFolder;
  readonly backups: Backups;
  readonly mend: (folder: string, dataKey: Uint8Array, from: RepairFrom) => Repaired;
}

export function safetyHandlers({ access, diagnostic, dataFolder, backups, mend }: Safety): Handlers<SafetyCallName> {
  return {
    'access.changePassphrase': (passphrases) => access.changePassphrase(passphrases),
    'access.makeRecoveryCode': async ({ passphrase }) => ({ code: await access.makeRecoveryCode(passphrase) }),
    'access.recover': ({ accountId, ...renewal }) => access.recover(accountId, renewal),
    'access.repair': async ({ accountId, passphrase, from, backupId }) => {
      const holder = { accountId, passphrase };
      await backups.settled();
      const repaired = await access.repair(holder, (folder, key) => mend(folder, key, { from, backupId }));
      return { status: access.status(), repaired };
    },
    'backup.list': () => backups.list(),
    'backup.take': () => backups.take(),
    'backup.preview': ({ backupId }) => backups.preview(backupId),
    'backup.restore': ({ backupId }) => backups.restore(backupId),
    'diagnostic.report': () => diagnostic.report(),
    'dataFolder.status': () => dataFolder.status(),
    'dataFolder.move': ({ folderId }) => {
      dataFolder.move(folderId);
      return {};
    },
    'dataFolder.cancelMove': () => {
      dataFolder.cancel();
      return {};
    },
  };
}
