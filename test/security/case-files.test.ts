/** What is written about people, on a disk and in memory: rows of the threat model through the calls of the core. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingKey } from '../../src/main/access/reading-key.use-cases.ts';
import { casesFile } from '../../src/main/operation/operation.use-cases.ts';
import { openToRead } from '../../src/main/platform/db/open-database.ts';
import { filesHolding, openFilesHolding } from '../support/bytes-on-disk.ts';
import { aCore, placeRelease } from '../support/core.ts';
import { fixtureRelease, TEST_NOW } from '../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, placeSpace, type PeopleCore } from '../support/people.ts';
import { PROJECT } from '../support/project.ts';
import { secondDesk, type SecondDesk } from '../support/second-desk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { aNote } from '../support/valid-inputs.ts';

const SAID = {
  first: 'Zéphyrine-canari',
  note: 'Garde son canari malade le mardi.',
  draft: 'Un canari pas encore validé.',
  words: 'Le canari du refus',
  reason: 'Réunion des canaris',
} as const;

describe('what is said of a person', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let caseId: string;
  let noteId: string;
  const folder = (): string => join(core.dataDir, 'workspaces', 'own');

  beforeAll(async () => {
    core = await peopleCore('at-rest');
    caseId = await core.aCaseFile({ first: SAID.first, last: 'Ferrand' });
    ({ opId: noteId } = await core.ask('note.validate', {
      commandId: core.newId(),
      caseId,
      body: aNote(SAID.note),
      baseVersion: null,
    }));
    await core.ask('note.saveDraft', { caseId, body: aNote(SAID.draft), baseVersion: null });
    await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item: { kind: 'establishment', siret: '30000791900013' } },
      ...{ outcome: 'set-aside', reasons: ['other'], words: SAID.words, list: null, baseRevision: 0 },
    });
    await core.ask('caseFile.portfolioCsv', { reason: SAID.reason });
    desk = await secondDesk(core.dataDir);
  });
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  it('row 23: is in the store, and in no file of the data folder in clear, nor in one that is open', () => {
    const written = JSON.stringify(desk.store.db.prepare('SELECT payload FROM op').pluck().all());
    for (const text of [SAID.first, SAID.note, SAID.words]) expect(written).toContain(text);
    for (const text of Object.values(SAID)) {
      for (const bytes of [
        Buffer.from(text, 'utf8'),
        Buffer.from(text, 'utf16le'),
        Buffer.from(JSON.stringify(text)),
      ]) {
        expect(filesHolding(core.dataDir, bytes), text).toEqual([]);
        expect(openFilesHolding(bytes), text).toEqual([]);
      }
    }
  });

  it('row 23: spills to no temporary file, and is not a database for whoever has no key', () => {
    expect(desk.store.db.pragma('temp_store', { simple: true })).toBe(2);
    const db = openToRead(casesFile(folder()));
    expect(() => db.prepare('SELECT count(*) FROM sqlite_schema').get()).toThrow(/not a database/);
    db.close();
  });

  it('row 22: is under a key that is written nowhere, nor is a passphrase', async () => {
    const [{ id, passphrase }] = ACCOUNTS;
    const key = Buffer.from(await readingKey(folder(), { account: id, passphrase }));
    const secrets = [
      ...[key, key.toString('hex'), key.toString('hex').toUpperCase(), key.toString('base64')],
      ...ACCOUNTS.map((account) => account.passphrase),
    ];
    for (const secret of secrets) {
      expect(filesHolding(core.dataDir, secret)).toEqual([]);
      expect(openFilesHolding(secret)).toEqual([]);
    }
  });

  it.skipIf(process.platform === 'win32')('row 23: is in a folder that no other user of the system enters', () => {
    // Reference data were there first, in a folder that everybody reads.
    expect(readdirSync(folder())).toEqual(expect.arrayContaining(['cases.sqlite', 'keyring.json', 'reference']));
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
  });

  it('row 37: stays: the store itself refuses that an operation be changed or removed', () => {
    const { db } = desk.store;
    const before = desk.operations();
    for (const sql of [
      `UPDATE op SET payload = '{}' WHERE case_id = ?`,
      `UPDATE op SET actor_id = 'x' WHERE case_id = ?`,
      `UPDATE op SET at = 0 WHERE case_id = ?`,
      'DELETE FROM op WHERE case_id = ?',
    ]) {
      expect(() => db.prepare(sql).run(caseId), sql).toThrow(/append-only/);
    }
    expect(desk.operations()).toEqual(before);
  });

  it('row 38: is opened, copied and exported with a line that says who, when, of whom, and why a list left', async () => {
    const lines = (): readonly unknown[] =>
      desk.store.db.prepare('SELECT at, actor_id, case_id, act, reason, count FROM access_log ORDER BY id').all();
    const before = lines().length;
    await core.ask('note.copyText', { caseId, noteId });
    await core.ask('caseFile.portfolioCsv', { reason: 'Réunion d’équipe' });
    await core.ask('appointment.calendar', { from: '2026-09-14', to: '2026-09-20' });
    const by = { at: TEST_NOW, actor_id: ACCOUNTS[0].id };
    expect(lines().slice(before)).toEqual([
      { ...by, case_id: caseId, act: 'copied', reason: null, count: null },
      { ...by, case_id: null, act: 'exported', reason: 'Réunion d’équipe', count: 1 },
      { ...by, case_id: null, act: 'exported', reason: null, count: 0 },
    ]);
    expect(lines()).toContainEqual({ ...by, case_id: caseId, act: 'opened', reason: null, count: null });
    for (const reason of ['', '  ', 'a', undefined]) {
      expect(await core.refusal('caseFile.portfolioCsv', { reason })).toMatchObject({ code: 'INVALID_INPUT' });
    }
    expect(lines()).toHaveLength(before + 3);
  });
});

describe('a passphrase', () => {
  it('row 36: is tried five times, then slower and slower, and starting again gives no try back', async () => {
    const dataDir = tempFolder('tries');
    const fixture = await fixtureRelease();
    placeRelease(dataDir.path, 'own', fixture.root);
    fixture.cleanup();
    await placeSpace(dataDir.path);
    let now = TEST_NOW;
    const start = async () => {
      const core = aCore(dataDir.path, { clock: { now: () => now } });
      await core.prepare();
      return core;
    };
    let core = await start();
    const [{ id: accountId, passphrase }] = ACCOUNTS;
    const waits: unknown[] = [];
    for (let wrong = 0; wrong < 8; wrong += 1) {
      const { code, details } = await core.refusal('access.unlock', { accountId, passphrase: `faux ${wrong}` });
      expect(code).toBe('WRONG_PASSPHRASE');
      const wait = Number(details['waitSeconds']);
      waits.push(wait);
      core.close();
      core = await start();
      const right = { accountId, passphrase };
      // The right one has to wait too, else trying would tell.
      if (wait > 0) expect(await core.refusal('access.unlock', right)).toMatchObject({ code: 'TOO_MANY_TRIES' });
      now += wait * 1000;
    }
    expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40]);
    expect(await core.ask('access.unlock', { accountId, passphrase })).toMatchObject({ session: { id: accountId } });
    core.close();
    dataDir.cleanup();
  });

  it('row 40: enters by the screen or a file: no argument and no variable of the environment takes one', () => {
    const sources = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => [name, readFileSync(join(PROJECT, 'src', name), 'utf8')] as const);
    const secret = /process\.env[^\n]*(?:pass|phrase|key|secret)/i;
    const option = /['"]?(?:passphrase|password|key)['"]?: \{ type: 'string'/;
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter(([, text]) => secret.test(text) || option.test(text)).map(([name]) => name)).toEqual([]);
  });
});
