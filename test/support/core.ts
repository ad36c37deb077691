import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCore, runJobInPlace, type Core, type CoreOptions } from '../../src/main/composition-root.ts';
import { silentLog } from '../../src/main/platform/log/log.ts';
import type { CallInput, CallName, CallOutput, EventName } from '../../src/shared/contract/index.ts';
import type { Envelope, WireError } from '../../src/shared/contract/wire.ts';
import { TEST_NOW } from './fixture-release.ts';
import { BUILT_RESOURCES, RESOURCES } from './project.ts';

export const ADVISOR = { role: 'advisor' } as const;

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
    log: silentLog,
    runJob: async (job, jobOptions) => (await runJobInPlace(job, jobOptions)).report,
    checksOutput: true,
    onEvent: (name, payload) => events.push({ name, payload }),
    ...options,
  });
  return {
    ...core,
    dataDir,
    events,
    async ask(name, input) {
      const envelope = (await core.call(name, input, ADVISOR)) as Envelope<CallOutput<typeof name>>;
      if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
      return envelope.data;
    },
    async refusal(name, input) {
      const envelope = await core.call(name, input, ADVISOR);
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
