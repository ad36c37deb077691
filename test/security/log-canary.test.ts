import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileLog } from '../../src/main/platform/log/file-log.ts';
import { calls, type CoreCallName } from '../../src/shared/contract/index.ts';
import { AppError } from '../../src/shared/kernel/app-error.ts';
import { aCore, ADVISOR, placeRelease, type TestCore } from '../support/core.ts';
import { fixtureRelease, TEST_NOW } from '../support/fixture-release.ts';
import { tempFolder, type TempFolder } from '../support/temp-folder.ts';
import { VALID_INPUTS } from '../support/valid-inputs.ts';

/** What a person may type, paste or drop, made up so that it can be found again anywhere. */
const CANARIES = {
  name: 'Zéphyrine Canariez',
  email: 'zephyrine.canariez@exemple-canari.fr',
  nir: '2 85 05 57 999 888 77',
  nirWithoutSpaces: '285055799988877',
  phone: '06 99 98 97 96',
  note: 'sort de prison en mars, ne pas le dire',
} as const;
const TRACES = [
  ...['zéphyrine', 'zephyrine', 'canari', '57999888', '57 999 888', '69998979', '06 99 98 97'],
  ...['sort de prison', 'ne pas le dire'],
];

describe('the log of the core', () => {
  let dataDir: TempFolder;
  let core: TestCore;
  let failure: (() => Promise<never>) | null = null;

  beforeAll(async () => {
    dataDir = tempFolder('canary');
    const fixture = await fixtureRelease();
    placeRelease(dataDir.path, 'demonstration', fixture.root);
    fixture.cleanup();
    const clock = { now: () => TEST_NOW };
    core = aCore(dataDir.path, {
      log: fileLog(join(dataDir.path, 'logs'), clock),
      clock,
      // Without licences one call fails in a way nobody expected, with a path in its message; with this job, imports do.
      builtResourcesDir: join(dataDir.path, CANARIES.name),
      runJob: async () => {
        if (failure !== null) return failure();
        throw new Error(`cannot read the file of ${CANARIES.name}`);
      },
    });
    await core.prepare();
  });
  afterAll(() => {
    core.close();
    dataDir.cleanup();
  });

  const logText = (): string =>
    readdirSync(join(dataDir.path, 'logs'))
      .map((file) => readFileSync(join(dataDir.path, 'logs', file), 'utf8'))
      .join('\n');

  it('never holds what was typed, pasted or dropped, whatever the call does with it', async () => {
    const names = Object.keys(VALID_INPUTS) as CoreCallName[];
    for (const canary of Object.values(CANARIES)) {
      for (const name of names) {
        await core.call(name, VALID_INPUTS[name], ADVISOR);
        await core.call(name, canary, ADVISOR);
        await core.call(name, { [canary]: canary }, ADVISOR);
        for (const field of ['text', ...Object.keys(VALID_INPUTS[name])]) {
          await core.call(name, { ...VALID_INPUTS[name], [field]: canary }, ADVISOR);
          await core.call(name, { ...VALID_INPUTS[name], [field]: [canary] }, ADVISOR);
        }
      }
      await core.call(canary, {}, ADVISOR);
      await core.call('about.get', {}, { role: canary } as never);
    }
    expectNoTrace();
  });

  it('never holds the name of a folder, nor what made an import fail', async () => {
    const folder = join(dataDir.path, CANARIES.name);
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

  it('holds the failures that nobody expected: the silence above is not that of an empty log', () => {
    const lines = logText()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'call.failed', call: 'about.get' }));
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'import.failed' }));
    const known = new Set(Object.keys(calls));
    for (const { call } of lines) {
      if (call !== undefined) expect(known).toContain(call);
    }
  });

  function expectNoTrace(): void {
    const text = logText().toLowerCase();
    for (const trace of TRACES) expect(text).not.toContain(trace);
  }
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
