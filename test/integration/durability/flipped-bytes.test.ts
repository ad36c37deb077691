import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asDatabaseError, filesOf, isWhole } from '../../../src/main/platform/db/encrypted-database.ts';
import { AppError } from '../../../src/shared/kernel/app-error.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { ACCOUNTS, idMaker, placeSpace, withPeople } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const PAGE_BYTES = 4096;
const [{ id: accountId, passphrase }] = ACCOUNTS;

const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('a store of case files of which a byte is not what was written', () => {
  let folder: TempFolder;
  let space: string;
  let cases: string;
  let whole: Buffer;
  let caseId: string;
  let said: string;
  beforeAll(async () => {
    console.log(`flipped bytes: VAV_SEED=${seed}`);
    folder = tempFolder('flipped');
    space = await placeSpace(folder.path);
    cases = join(space, 'cases.sqlite');
    const core = await aCoreThere();
    await core.unlockAs(0);
    caseId = await writeCanaries(core.ask, idMaker(31), TEST_NOW + 3_600_000);
    said = await everythingSaid(core);
    core.close();
    whole = readFileSync(cases);
  });
  afterAll(() => folder.cleanup());

  async function aCoreThere() {
    const core = withPeople(aCore(folder.path));
    await core.prepare();
    return core;
  }
  /** What the calls about one file answer: codes where they refuse. */
  async function everythingSaid(core: ReturnType<typeof withPeople>): Promise<string> {
    const answers: unknown[] = [];
    for (const name of [
      'caseFile.get',
      'caseFile.timeline',
      'decision.list',
      'note.list',
      'note.draft',
      'action.list',
    ]) {
      const answer = await core.call(name, { caseId });
      answers.push(answer.ok ? answer.data : answer.error.code);
    }
    return JSON.stringify(answers);
  }
  function put(bytes: Buffer): void {
    for (const file of filesOf(cases)) rmSync(file, { force: true });
    writeFileSync(cases, bytes);
  }
  /** One bit of one byte is another. */
  function flipped(at: number): Buffer {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    return bytes;
  }
  function positions(aPage: number): readonly number[] {
    const draw = drawFrom(seed);
    const pages = Math.floor(whole.length / PAGE_BYTES);
    const inPages = Array.from({ length: pages }, (_, page) =>
      Array.from({ length: aPage }, () => page * PAGE_BYTES + draw.below(PAGE_BYTES)),
    ).flat();
    return [...inPages, 0, 15, 16, 17, 20, 24, 99, PAGE_BYTES - 1, PAGE_BYTES, whole.length - 1];
  }

  it('is refused with words of its own wherever the byte is, or found by a check: never read as anything else', async () => {
    const read = async (): Promise<{ readonly content: string; readonly isFound: boolean }> => {
      const { db, close } = await openStoreOf(space, accountId, passphrase, TEST_NOW);
      try {
        const lines = ['op', 'draft', 'access_log', 'device', 'migration'].map((table) =>
          db.prepare(`SELECT * FROM ${table}`).raw().all(),
        );
        return { content: JSON.stringify([lines, projectionsOf(db)]), isFound: !isWhole(db) };
      } finally {
        close();
      }
    };
    put(whole);
    const written = await read();
    expect(written.isFound).toBe(false);
    const counts = { refused: 0, found: 0 };
    const unseen: number[] = [];
    for (const at of positions(4)) {
      put(flipped(at));
      try {
        // Pages that are not read, those of indexes among them.
        const { content, isFound } = await read();
        expect(content, `byte ${at}`).toBe(written.content);
        if (isFound) counts.found += 1;
        else unseen.push(at);
      } catch (error) {
        const told = asDatabaseError(error);
        if (!(told instanceof AppError)) throw error;
        expect(told.code, `byte ${at}`).toBe('CASES_UNREADABLE');
        counts.refused += 1;
      }
    }
    console.log(
      `flipped bytes: ${counts.refused} refused, ${counts.found} found by a check; ${unseen.join(' ')} by neither`,
    );
    expect(unseen).toEqual([]);
  });

  it('is told so to whoever asks, and is left as it is', { timeout: 240_000 }, async () => {
    const codes = new Set<string>();
    for (const at of positions(1)) {
      put(flipped(at));
      const before = readFileSync(cases);
      const core = await aCoreThere();
      const unlocked = await core.call('access.unlock', { accountId, passphrase });
      if (!unlocked.ok) codes.add(unlocked.error.code);
      const answers = unlocked.ok ? (JSON.parse(await everythingSaid(core)) as unknown[]) : [];
      for (const [index, answer] of answers.entries()) {
        if (typeof answer === 'string') codes.add(answer);
        else expect(JSON.stringify(answer), `byte ${at}`).toBe(JSON.stringify((JSON.parse(said) as unknown[])[index]));
      }
      core.close();
      if (!unlocked.ok) expect(readFileSync(cases).equals(before), `byte ${at}`).toBe(true);
    }
    expect([...codes]).toEqual(['CASES_UNREADABLE']);
    expect(readdirSync(space).filter((name) => name.includes('set-aside'))).toEqual([]);
  });
});
