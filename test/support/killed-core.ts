/**
 * A core in a process of its own, asked and answering by lines of JSON, that kills itself at the point it is told:
 * `node killed-core.ts '{"dataDir": …, "killAt": {"point": …, "occurrence": …}}'`.
 */
import fs from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { armKillPoints, type KillAt } from './kill-points.ts';

const { dataDir, killAt } = JSON.parse(process.argv[2] ?? '') as { readonly dataDir: string; readonly killAt: KillAt };
const points = armKillPoints(killAt);
const { aCore } = await import('./core.ts');
// A process that is killed keeps nothing by itself.
flushCompileCache();

const WORKS: Readonly<Record<string, string>> = { 'note.validate': 'validation', 'note.saveDraft': 'draft' };
const workOf = (name: string): string => (name.startsWith('access.') ? 'opening' : (WORKS[name] ?? 'operation'));

let now = 0;
const core = aCore(dataDir, { clock: { now: () => now } });
await core.prepare();
for await (const line of createInterface(process.stdin)) {
  const { at, name, input } = JSON.parse(line) as {
    readonly at: number;
    readonly name: string;
    readonly input: unknown;
  };
  now = at;
  points.during(workOf(name));
  const envelope = await core.call(name, input);
  points.reach(`${workOf(name)} before acknowledgement`);
  fs.writeSync(1, `${JSON.stringify(envelope)}\n`);
  points.reach(`${workOf(name)} after acknowledgement`);
}
core.close();
