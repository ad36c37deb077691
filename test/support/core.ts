import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  makeCore,
  runCaseJobHere,
  runJobInPlace,
  type Core,
  type CoreOptions,
} from '../../src/main/composition-root.ts';
import { silentLog } from '../../src/main/platform/log/log.ts';
import type { CallInput, CallName, CallOutput, EventName } from '../../src/shared/contract/index.ts';
import type { Envelope, WireError } from '../../src/shared/contract/wire.ts';
import { fixtureRelease, TEST_NOW } from './fixture-release.ts';
import { BUILT_RESOURCES, RESOURCES } from './project.ts';
import { tempFolder } from './temp-folder.ts';

/** N of scrypt in tests: the real one takes a fifth of a second a try. */
export const TEST_PASSPHRASE_COST = 2 ** 10;

export interface ToldEvent {
  readonly name: EventName;
  readonly payload: unknown;
}

export interface TestCore extends Core {
  readonly dataDir: string;
  /** Every event told so far. */
  readonly events: readonly ToldEvent[];
  /** The answer of a call that must succeed. */
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** The error of a call that must fail. */
  refusal(name: string, input: unknown): Promise<WireError>;
}

/** The whole core on a data folder, its jobs run in place: what the application runs, without windows and workers. */
export function aCore(dataDir: string, options: Partial<CoreOptions> = {}): TestCore {
  const events: ToldEvent[] = [];
  const core = makeCore({
    dataDir,
    resourcesDir: RESOURCES,
    builtResourcesDir: BUILT_RESOURCES,
    versions: { app: '0.0.0-test', electron: null },
    clock: { now: () => TEST_NOW },
    timeZone: 'Europe/Paris',
    passphraseCost: TEST_PASSPHRASE_COST,
    log: silentLog,
    runJob: async (job, jobOptions) => (await runJobInPlace(job, jobOptions)).report,
    runCaseJob: runCaseJobHere,
    afterUnlockMs: null,
    checksOutput: true,
    onEvent: (name, payload) => events.push({ name, payload }),
    ...options,
  });
  return {
    ...core,
    dataDir,
    events,
    async ask(name, input) {
      const envelope = (await core.call(name, input)) as Envelope<CallOutput<typeof name>>;
      if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
      return envelope.data;
    },
    async refusal(name, input) {
      const envelope = await core.call(name, input);
      if (envelope.ok) throw new Error(`${name} was expected to fail`);
      return envelope.error;
    },
  };
}

/** Puts a copy of an imported reference folder in a workspace of a data folder. */
export function placeRelease(dataDir: string, workspace: 'demonstration' | 'own', referenceRoot: string): string {
  const target = join(dataDir, 'workspaces', workspace, 'reference');
  mkdirSync(target, { recursive: true });
  cpSync(referenceRoot, target, { recursive: true });
  return target;
}

export interface FixtureCore extends TestCore {
  /** Closes the core and removes its data folder. */
  cleanup(): void;
}

/** A core with the fixture files open as its demonstration (and as other workspaces), in a data folder of its own. */
export async function fixtureCore(name: string, others: readonly 'own'[] = []): Promise<FixtureCore> {
  const dataDir = tempFolder(name);
  const fixture = await fixtureRelease();
  for (const workspace of ['demonstration', ...others] as const) placeRelease(dataDir.path, workspace, fixture.root);
  fixture.cleanup();
  const core = aCore(dataDir.path);
  await core.prepare();
  return {
    ...core,
    cleanup() {
      core.close();
      dataDir.cleanup();
    },
  };
}
