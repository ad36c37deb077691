import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import { openCaseStore, type CaseStore } from '../../src/main/operation/operation.use-cases.ts';
import type { Envelope } from '../../src/shared/contract/wire.ts';
import type { CaseClient, Intent } from './case-intents.ts';
import type { KillAt } from './kill-points.ts';
import { keyOf } from './space-key.ts';

const KILLED_CORE = join(import.meta.dirname, 'killed-core.ts');
/** A point that so many commands do not pass is not one: the drawn occurrences come long before. */
const MOST_COMMANDS = 3_000;

/** Who opens a space, and how: an account that is there, or one to be made. */
export type Opening = { readonly name: 'access.unlock' | 'access.createSpace'; readonly input: object };

export interface KilledWorkOptions {
  readonly client: CaseClient;
  readonly opening: Opening;
  readonly killAt: KillAt;
  /** Where processes keep what they compiled, for the next ones: starting takes a third of the time. */
  readonly compiled: string;
}

export interface KilledWork {
  readonly acknowledged: number;
  /** What was asked and never acknowledged; null when the process died between two commands. */
  readonly inFlight: Intent | 'opening' | null;
}

/**
 * Works with a core in a process of its own until that process kills itself, as its client sees it: what was acknowledged
 * is what was read from it, and nothing else.
 */
export async function workUntilKilled(
  dataDir: string,
  { client, opening, killAt, compiled }: KilledWorkOptions,
): Promise<KilledWork> {
  const args = ['--no-warnings', KILLED_CORE, JSON.stringify({ dataDir, killAt })];
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const ask = askerOf(child);
  const opened = await ask({ at: client.now(), ...opening });
  if (opened === null) return { acknowledged: 0, inFlight: 'opening' };
  if (!opened.ok) throw new Error(`${opening.name}: ${opened.error.code}`);
  for (let acknowledged = 0; acknowledged < MOST_COMMANDS; acknowledged += 1) {
    const intent = client.next();
    const envelope = await ask({ at: client.now(), name: intent.name, input: intent.input });
    if (envelope === null) return { acknowledged, inFlight: intent };
    acknowledge(client, intent, envelope);
  }
  child.kill('SIGKILL');
  throw new Error(`${killAt.point} is never passed ${killAt.occurrence} times.`);
}

export function acknowledge(client: CaseClient, intent: Intent, envelope: Envelope<unknown>): void {
  if (!envelope.ok) throw new Error(`${intent.name}: ${envelope.error.code} ${envelope.error.message}`);
  client.acknowledge(intent, (envelope.data as { readonly revision?: number }).revision ?? 0);
}

/** Sends a line and waits for the one that answers; null once the process is dead, killed by itself. */
function askerOf(child: ChildProcess): (request: object) => Promise<Envelope<unknown> | null> {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('The process has no pipes.');
  let complaint = '';
  stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  // Its end is told by `close`, once all that it wrote was read.
  stdin.on('error', () => undefined);
  const lines = createInterface(stdout);
  const answers: string[] = [];
  let wake = (): void => undefined;
  lines.on('line', (line) => {
    answers.push(line);
    wake();
  });
  let end: { readonly signal: NodeJS.Signals | null } | null = null;
  child.once('close', (_code, signal: NodeJS.Signals | null) => {
    end = { signal };
    wake();
  });
  return async (request) => {
    stdin.write(`${JSON.stringify(request)}\n`);
    while (answers.length === 0 && end === null) await new Promise<void>((resolve) => (wake = resolve));
    const answer = answers.shift();
    if (answer !== undefined) return JSON.parse(answer) as Envelope<unknown>;
    if ((end as { signal: string | null } | null)?.signal !== 'SIGKILL')
      throw new Error(`The core ended: ${complaint}`);
    return null;
  };
}

/** Opens a store beside any core. */
export async function openStoreOf(
  folder: string,
  accountId: string,
  passphrase: string,
  now: number,
): Promise<CaseStore> {
  const key = await keyOf(folder, accountId, passphrase);
  return openCaseStore(folder, key, false, { projections: PROJECTIONS, clock: { now: () => now } });
}
