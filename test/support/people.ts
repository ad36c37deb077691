import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataKey, writeSpace } from '../../src/main/access/space.use-cases.ts';
import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import { openCaseStore } from '../../src/main/operation/operation.use-cases.ts';
import type { CoreOptions } from '../../src/main/composition-root.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import type { CallInput } from '../../src/shared/contract/index.ts';
import { aCore, placeRelease, TEST_PASSPHRASE_COST, type TestCore } from './core.ts';
import { fixtureRelease, TEST_NOW } from './fixture-release.ts';
import { tempFolder } from './temp-folder.ts';

/** Two advisors and a supervisor of one agency. */
export const ACCOUNTS = [
  account('11111111-1111-4111-8111-111111111111', 'Camille Essai', 'advisor', 'la phrase de camille'),
  account('22222222-2222-4222-8222-222222222222', 'Idriss Essai', 'advisor', 'la phrase d’idriss'),
  account('33333333-3333-4333-8333-333333333333', 'Odile Essai', 'supervisor', 'la phrase d’odile'),
] as const;

function account(id: string, name: string, role: 'advisor' | 'supervisor', passphrase: string) {
  return { id, name, role, passphrase, agency: 'Agence d’essai' };
}

/** Identifiers as the interface makes them, the same at each run. */
export function idMaker(seed = 1, now = TEST_NOW): () => string {
  const draw = seededStream(seed);
  return () =>
    uuidV7(
      now,
      Uint8Array.from({ length: 10 }, () => Math.floor(draw() * 256)),
    );
}

/** Makes a space with the three accounts in the own workspace of a data folder, and nobody's file in it. */
export async function placeSpace(dataDir: string, now = TEST_NOW): Promise<string> {
  const folder = join(dataDir, 'workspaces', 'own');
  mkdirSync(folder, { recursive: true });
  const dataKey = makeDataKey();
  openCaseStore(folder, dataKey, true, { projections: PROJECTIONS, clock: { now: () => now } }).close();
  await writeSpace(folder, { spaceId: randomUUID(), accounts: ACCOUNTS, dataKey, cost: TEST_PASSPHRASE_COST, now });
  writeFileSync(join(dataDir, 'workspace.json'), '{"current":"own"}\n');
  return folder;
}

export interface PeopleCore extends TestCore {
  /** Unlocks as the nth of the accounts. */
  unlockAs(index: 0 | 1 | 2): Promise<void>;
  /** A case file with a job project around Metz, in the portfolio of whoever has unlocked. */
  aCaseFile(name?: { readonly first: string; readonly last: string }): Promise<string>;
  newId(): string;
  /** Sets one fact that was never said. */
  say(caseId: string, field: CallInput<'caseFile.setField'>['change']['field'], value: unknown): Promise<void>;
  cleanup(): void;
}

/** A core with the fixture files and a space, the first advisor at the keyboard. */
export async function peopleCore(name: string, options: Partial<CoreOptions> = {}): Promise<PeopleCore> {
  const dataDir = tempFolder(name);
  const fixture = await fixtureRelease();
  placeRelease(dataDir.path, 'own', fixture.root);
  fixture.cleanup();
  await placeSpace(dataDir.path);
  const core = withPeople(aCore(dataDir.path, options), () => dataDir.cleanup());
  await core.prepare();
  await core.unlockAs(0);
  return core;
}

/** What tests of people ask of a core, whatever its data folder. */
export function withPeople(core: TestCore, andThen: () => void = () => undefined): PeopleCore {
  const newId = idMaker();
  const say: PeopleCore['say'] = async (caseId, field, value) => {
    const { facts } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setField', {
      ...{ commandId: newId(), caseId, change: { field, value }, saidBy: 'person', saidOn: '2026-03-01' },
      baseRevision: facts[field]?.revision ?? 0,
    });
  };
  return {
    ...core,
    newId,
    say,
    async unlockAs(index) {
      const { id, passphrase } = ACCOUNTS[index];
      await core.ask('access.unlock', { accountId: id, passphrase });
    },
    async aCaseFile({ first, last } = { first: 'Nadia', last: 'Ferrand' }) {
      const caseId = newId();
      await core.ask('caseFile.create', { commandId: newId(), caseId, first, last, phone: '', supportMode: 'guided' });
      const occupation = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vendeuse en alimentation' };
      await say(caseId, 'project1.occupation', occupation);
      await say(caseId, 'project1.place', { communeCode: '57463', name: 'Metz' });
      await say(caseId, 'project1.reach', { kind: 'distance', km: 30 });
      return caseId;
    },
    cleanup() {
      core.close();
      andThen();
    },
  };
}
