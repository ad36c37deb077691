import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeAccess, type Access } from '../../../src/main/access/access.use-cases.ts';
import { makeDataKey, spaceFiles, writeSpace, type NewAccount } from '../../../src/main/access/space.use-cases.ts';
import { createEncrypted, openEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import { migrate, type Migration } from '../../../src/main/platform/db/migrate.ts';
import type { WriteDb } from '../../../src/main/platform/db/open-database.ts';
import type { Log, LogFacts } from '../../../src/main/platform/log/log.ts';
import type { AccessStatus } from '../../../src/shared/domain/access/access.schema.ts';
import type { WorkspaceName } from '../../../src/shared/domain/workspace/workspace.schema.ts';
import { folderState } from '../../support/folder-state.ts';

/** The smallest cost that a keyring may have: what is tested here is not how slow a derivation is. */
export const SMALL_COST = 2 ** 10;

const NOW = 1_790_000_000_000;

export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: 'notes', sql: 'CREATE TABLE note (body TEXT NOT NULL) STRICT' },
];

export interface TestAccess extends Access<WriteDb> {
  readonly folder: string;
  /** What was told, in order. */
  readonly told: readonly AccessStatus[];
  /** Every line of the log. */
  readonly logged: readonly { readonly event: string; readonly facts: LogFacts }[];
  /** Copies of the keys that opened the store, as they were, and the arrays that were given. */
  readonly keys: readonly { readonly copy: Uint8Array; readonly given: Uint8Array }[];
  /** The clock, in milliseconds: tests move it. */
  readonly time: { now: number };
  /** Where the workspace is: tests change it. */
  readonly place: { folder: string; workspace: WorkspaceName };
}

export interface TestAccessOptions {
  readonly cost?: number;
  readonly migrations?: readonly Migration[];
  readonly demonstrationPassphrases?: ReadonlyMap<string, string>;
  readonly workspace?: WorkspaceName;
  readonly now?: number;
  readonly openStore?: (folder: string, dataKey: Uint8Array, isNew: boolean) => WriteDb;
}

/** Access to the space of a folder, with a real store, as one start of the application sees it. */
export function accessTo(folder: string, options: TestAccessOptions = {}): TestAccess {
  const told: AccessStatus[] = [];
  const logged: { event: string; facts: LogFacts }[] = [];
  const keys: { copy: Uint8Array; given: Uint8Array }[] = [];
  const time = { now: options.now ?? NOW };
  const place: TestAccess['place'] = { folder, workspace: options.workspace ?? 'own' };
  const note = (event: string, facts: LogFacts = {}): void => void logged.push({ event, facts });
  const log: Log = { info: note, warn: note, error: note };
  const migrations = options.migrations ?? MIGRATIONS;

  const openStore = (space: string, dataKey: Uint8Array, isNew: boolean): WriteDb => {
    const path = join(space, 'cases.sqlite');
    const db = isNew ? createEncrypted(path, dataKey) : openEncrypted(path, dataKey);
    try {
      migrate(db, migrations, { copyTo: () => null, now: time.now });
    } catch (error) {
      db.close();
      throw error;
    }
    return db;
  };

  const access = makeAccess<WriteDb>({
    spaceFolder: () => place.folder,
    workspaceName: () => place.workspace,
    clock: { now: () => time.now },
    log,
    cost: options.cost ?? SMALL_COST,
    demonstrationPassphrases: options.demonstrationPassphrases ?? new Map(),
    openStore(space, dataKey, isNew) {
      keys.push({ copy: Uint8Array.from(dataKey), given: dataKey });
      return (options.openStore ?? openStore)(space, dataKey, isNew);
    },
    onChange: (status) => told.push(status),
  });
  return { ...access, folder, told, logged, keys, time, place };
}

export const ANNE = {
  id: '5f2b7d1c-3c55-4b7e-8a0e-2a9f6f1f0001',
  name: 'Anne Petit',
  agency: 'Metz',
  role: 'advisor',
  passphrase: 'la rivière passe sous le pont',
} as const;
export const BORIS = {
  ...ANNE,
  id: '5f2b7d1c-3c55-4b7e-8a0e-2a9f6f1f0002',
  name: 'Boris Lang',
  role: 'supervisor',
  passphrase: 'le marché ouvre à sept heures',
} as const;
export const CANARY = 'canary: he sleeps in his car';
export const CAMILLE = { name: 'Camille Roux', agency: 'Agence de Metz', passphrase: 'un long chemin vers la mer' };

/** A space for several people, over cases written with this key where there are any; locked. */
export async function seededSpace(folder: string, accounts: readonly NewAccount[], given?: Uint8Array): Promise<void> {
  const dataKey = given ?? makeDataKey();
  if (given === undefined) {
    mkdirSync(folder, { recursive: true });
    const db = createEncrypted(spaceFiles(folder).cases, dataKey);
    migrate(db, MIGRATIONS, { copyTo: () => null, now: NOW });
    db.close();
  }
  await writeSpace(folder, { spaceId: randomUUID(), accounts, dataKey, cost: SMALL_COST, now: NOW });
}

/** A space created by Camille, locked again; says the id of the account. */
export async function createdSpace(folder: string, options: TestAccessOptions = {}): Promise<string> {
  const access = accessTo(folder, options);
  const status = await access.createSpace(CAMILLE);
  access.lock();
  return status.session!.id;
}

/** The folder without the count of tries, which a refusal may change. */
export function savedState(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(folderState(folder)).filter(([name]) => name !== 'attempts.json'));
}

/** The code of the failure, or 'none'. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => String((error as { code?: unknown }).code ?? error),
  );
}
