import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileLog } from '../../src/main/platform/log/file-log.ts';
import { calls, type CallName, type CoreCallName } from '../../src/shared/contract/index.ts';
import type { Envelope } from '../../src/shared/contract/wire.ts';
import { AppError } from '../../src/shared/kernel/app-error.ts';
import { aCore, type TestCore } from '../support/core.ts';
import { TEST_NOW } from '../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../support/people.ts';
import { tempFolder, type TempFolder } from '../support/temp-folder.ts';
import type { SeededFile } from '../support/seeded-file.ts';
import { SESSION_CALLS } from '../support/session-calls.ts';
import { seedFile, validInputs } from '../support/valid-inputs.ts';

/** What a person may type, paste or drop, made up so that it can be found again anywhere. */
const CANARIES = {
  name: 'Zéphyrine Canariez',
  email: 'zephyrine.canariez@exemple-canari.fr',
  nir: '2 85 05 57 999 888 77',
  nirWithoutSpaces: '285055799988877',
  phone: '06 99 98 97 96',
  note: 'sort de prison en mars, ne pas le dire',
  passphrase: 'les canaris de ma tante à Vigy',
} as const;
const TRACES = [
  ...['zéphyrine', 'zephyrine', 'canari', '57999888', '57 999 888', '69998979', '06 99 98 97'],
  ...['sort de prison', 'ne pas le dire', 'ma tante', 'vigy'],
];

const ofSession = new Set<string>(SESSION_CALLS);
const clock = { now: () => TEST_NOW };

describe('the log of the core', () => {
  let logs: TempFolder;
  let core: PeopleCore;
  let file: SeededFile;
  let failure: (() => Promise<never>) | null = null;
  const options = {
    get log() {
      return fileLog(logs.path, clock);
    },
    clock,
    // Without licences one call fails in a way nobody expected, with a path in its message; with this job, imports do.
    builtResourcesDir: join('/nowhere', CANARIES.name),
    runJob: async () => {
      if (failure !== null) return failure();
      throw new Error(`cannot read the file of ${CANARIES.name}`);
    },
  };

  beforeAll(async () => {
    logs = tempFolder('canary-logs');
    core = await peopleCore('canary', { ...options });
    file = await seedFile(core);
  });
  afterAll(() => {
    core.cleanup();
    logs.cleanup();
  });

  const logText = (): string =>
    readdirSync(logs.path)
      .map((name) => readFileSync(join(logs.path, name), 'utf8'))
      .join('\n');

  it('row 31: never holds what was typed, pasted or dropped, whatever the call does with it, and no error does', async () => {
    const names = (Object.keys(calls) as CallName[]).filter(
      (name): name is CoreCallName => calls[name].home === 'core',
    );
    const stored = new Set<string>();
    for (const canary of Object.values(CANARIES)) {
      // Whoever sits there must still sit there when the others are asked.
      for (const name of [...names.filter((other) => !ofSession.has(other)), ...SESSION_CALLS]) {
        const valid = validInputs(file, core.newId)[name];
        for (const input of [canary, { [canary]: canary }, { ...valid, text: canary }]) await ask(name, input);
        for (const field of Object.keys(valid)) await ask(name, { ...valid, [field]: [canary] });
        for (const path of leavesOf(valid)) {
          // Another command each time: one that was done already would change nothing.
          const input = withLeaf(validInputs(file, core.newId)[name], path, canary);
          if ((await ask(name, input)).ok) stored.add(`${name} ${path.join('.')}`);
        }
        await ask(name, valid);
      }
      await ask(canary as CoreCallName, {});
      await ask(`note.${canary}` as CoreCallName, {});
      await core.unlockAs(0);
    }
    // The canaries did go in: the silence is not that of calls that were all refused.
    expect([...stored]).toEqual(
      expect.arrayContaining([
        ...['caseFile.create first', 'caseFile.create last', 'caseFile.setField change.value'],
        ...['caseFile.portfolioCsv reason', 'contact.record line', 'action.add text', 'decision.addOwn approach'],
        ...['decision.make words', 'note.saveDraft body.sections.personSays', 'note.validate body.sections.decided'],
      ]),
    );
    expectNoTrace();
  });

  it('row 31: never holds who made a space, nor a passphrase, right or wrong', async () => {
    const folder = tempFolder('canary-space');
    const other: TestCore = aCore(folder.path, { ...options });
    const { name, note: agency, passphrase } = CANARIES;
    const { session } = await other.ask('access.createSpace', { name, agency, passphrase });
    await other.ask('access.lock', {});
    const accountId = session?.id ?? '';
    const wrong = await other.refusal('access.unlock', { accountId, passphrase: `${passphrase} ` + CANARIES.note });
    expect(wrong.code).toBe('WRONG_PASSPHRASE');
    expectNoTraceIn(JSON.stringify(wrong));
    await other.ask('access.unlock', { accountId, passphrase });
    other.close();
    folder.cleanup();
    expect(logText()).toContain('access.space-created');
    expectNoTrace();
  });

  it('row 31: never holds the name of a folder, nor what made an import fail', async () => {
    const folder = join(core.dataDir, CANARIES.name);
    mkdirSync(folder);
    writeFileSync(join(folder, `${CANARIES.email}.csv`), CANARIES.note);
    for (const path of [folder, join(folder, 'nowhere'), CANARIES.nir]) await core.offerFolder(path);
    for (const fail of [
      null,
      () => Promise.reject(new AppError('IMPORT_REFUSED', CANARIES.note, { name: CANARIES.name })),
      () => Promise.reject(new TypeError(CANARIES.email)),
    ]) {
      failure = fail;
      await core.ask('dataset.startImport', { folderId: 'folder-1' });
      while ((await core.ask('dataset.importState', {})).state === 'running') await nextTurn();
    }
    expectNoTrace();
  });

  it('row 31: holds the failures that nobody expected: the silence above is not that of an empty log', () => {
    const lines = logText()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'call.failed', call: 'about.get' }));
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'import.failed' }));
    expect(lines).toContainEqual(expect.objectContaining({ event: 'access.refused' }));
    // `offerFolder` comes from the shell alone; like the others it is named when it was slow.
    const known = new Set([...Object.keys(calls), 'offerFolder']);
    for (const { call } of lines) {
      if (call !== undefined) expect(known).toContain(call);
    }
  });

  async function ask(name: CoreCallName, input: unknown): Promise<Envelope<unknown>> {
    const envelope = await core.call(name, input);
    if (!envelope.ok) expectNoTraceIn(JSON.stringify(envelope.error));
    return envelope;
  }

  function expectNoTrace(): void {
    expectNoTraceIn(logText());
  }
});

function expectNoTraceIn(text: string): void {
  const lower = text.toLowerCase();
  for (const trace of TRACES) expect(lower).not.toContain(trace);
}

type Path = readonly (string | number)[];

/** Where the texts of an input are, save its identifiers. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return /Id$/.test(String(path.at(-1))) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => leavesOf(inside, [...path, name]));
}

function withLeaf(value: unknown, [first, ...rest]: Path, leaf: string): unknown {
  if (first === undefined) return leaf;
  const object = value as Readonly<Record<string, unknown>>;
  const changed = withLeaf(object[first], rest, leaf);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === first ? changed : item));
  return { ...object, [first]: changed };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
