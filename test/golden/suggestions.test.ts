import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../scripts/lib/runtime.mjs';
import { suggestEmployers } from '../../src/cli/commands/suggest-employers.ts';
import { fixtureRelease, type FixtureRelease } from '../support/fixture-release.ts';
import { BUILT_RESOURCES, builtCli, RESOURCES } from '../support/project.ts';
import { runCli } from '../support/run-cli.ts';

/**
 * Answers recorded over the fixture files: a change of any byte shows here, for someone to read and to want.
 * VAV_UPDATE_GOLDEN=1 writes them anew.
 */
const QUESTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['one-occupation', ['--rome', 'D1106', '--commune', '57463', '--top', '20']],
  ['two-occupations-far', ['--rome', 'G1602,K1304', '--commune', '57463', '--radius', '100', '--top', '30']],
  ['public', ['--rome', 'M1607', '--commune', '54395', '--radius', '60', '--group', 'public']],
  ['agencies', ['--rome', 'N1103,K2204', '--commune', '57463', '--radius', '60', '--group', 'agency']],
  ['spread-week', ['--rome', 'G1602', '--commune', '57463', '--order', 'spread', '--seed', '2026-W36', '--top', '15']],
  ['spread-nancy', ['--rome', 'K1304', '--commune', '54395', '--radius', '80', '--order', 'spread', '--seed', 'Été 1']],
];

const GOLDEN = join(import.meta.dirname, 'suggestions.json');
const isUpdating = process.env['VAV_UPDATE_GOLDEN'] === '1';

interface Golden {
  readonly question: string;
  readonly sha256: string;
  readonly output: unknown;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let fixture: FixtureRelease;
let electron: string;
const recorded = new Map<string, Golden>();

beforeAll(async () => {
  // Fails here, with words, when there is no build.
  builtCli();
  fixture = await fixtureRelease();
  electron = (await electronRuntime()).exe;
  if (isUpdating) await record();
  if (!existsSync(GOLDEN)) throw new Error('test/golden/suggestions.json is missing: VAV_UPDATE_GOLDEN=1 writes it.');
  const file = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Readonly<Record<string, Golden>>;
  for (const [name, golden] of Object.entries(file)) recorded.set(name, golden);
});
afterAll(() => fixture.cleanup());

/** What the command prints, in this process. */
async function answerHere(args: readonly string[]): Promise<string> {
  let printed = '';
  await suggestEmployers([...args, '--dataset', fixture.root, '--json'], {
    resourcesDir: RESOURCES,
    builtResourcesDir: BUILT_RESOURCES,
    resolvePath: (path) => path,
    readInput: () => Promise.resolve(''),
    print: (text) => (printed += `${text}\n`),
    tell: () => undefined,
    signal: new AbortController().signal,
  });
  return printed;
}

async function record(): Promise<void> {
  const golden: Record<string, Golden> = {};
  for (const [name, args] of QUESTIONS) {
    const text = await answerHere(args);
    golden[name] = { question: args.join(' '), sha256: sha256(text), output: JSON.parse(text) as unknown };
  }
  writeFileSync(GOLDEN, `${JSON.stringify(golden, null, 2)}\n`);
}

describe.each(QUESTIONS)('the answer to %s', (name, args) => {
  const cliArgs = (): readonly string[] => ['suggest', 'employers', ...args, '--dataset', fixture.root, '--json'];

  it('is the one recorded, under this Node', async () => {
    const text = await answerHere(args);
    expect(JSON.parse(text)).toEqual(recorded.get(name)?.output);
    expect(sha256(text)).toBe(recorded.get(name)?.sha256);
    expect(recorded.get(name)?.question).toBe(args.join(' '));
  });

  it('is the same bytes from the built command line under Node', async () => {
    const { code, stdout, stderr } = await runCli(cliArgs());
    expect([code, stderr]).toEqual([0, '']);
    expect(sha256(stdout)).toBe(recorded.get(name)?.sha256);
  });

  it('is the same bytes from the built command line under Electron', async () => {
    const { code, stdout } = await runCli(cliArgs(), { exe: electron, env: { ELECTRON_RUN_AS_NODE: '1' } });
    expect(code).toBe(0);
    expect(sha256(stdout)).toBe(recorded.get(name)?.sha256);
  });
});

it('records an answer to each question, and nothing else', () => {
  expect([...recorded.keys()]).toEqual(QUESTIONS.map(([name]) => name));
});
