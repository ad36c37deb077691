import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casesFile } from '../../../src/main/operation/operation.use-cases.ts';
import { join } from 'node:path';
import type { CaseFile } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { ERASED, WORDS_ERASED } from '../../../src/shared/domain/operation/operation.ts';
import { CANARIES, CANARY_TEXTS, writeCanaries } from '../../support/canaries.ts';
import { textsIn } from '../../support/decrypted-bytes.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { aNote } from '../../support/valid-inputs.ts';

const DAY = 86_400_000;
/** What is said of nobody's file: why a list was exported. */
const OF_THE_FILE = CANARY_TEXTS.filter((text) => text !== CANARIES.reason);
/** The line of preparation goes a month after it was written, whatever becomes of the file. */
const OF_THE_FILE_LATER = OF_THE_FILE.filter((text) => text !== CANARIES.preparation);

describe('erasing a file', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let now: number;
  beforeEach(async () => {
    now = TEST_NOW;
    core = await peopleCore('erasure', { clock: { now: () => now }, afterUnlockMs: 0 });
    await workOfTheDay();
    desk = await secondDesk(core.dataDir);
  });
  afterEach(() => {
    desk.close();
    core.cleanup();
  });

  /** What begins by itself after an unlock, until the file was checked. */
  const workOfTheDay = async (): Promise<void> => {
    const { state } = await core.ask('backup.list', {});
    if (state.checkedAt === now && state.integrity === 'whole') return;
    await expect
      .poll(() => core.events.filter(({ name }) => name === 'backup.changed').at(-1)?.payload)
      .toMatchObject({ integrity: 'whole', checkedAt: now });
  };
  const unlockAt = async (instant: number): Promise<void> => {
    now = instant;
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    await workOfTheDay();
  };
  /** So many days later, somebody having written something meanwhile. */
  const unlockIn = async (days: number): Promise<void> => {
    now = TEST_NOW + (days - 100) * DAY;
    await core.ask('agencyTag.add', { commandId: core.newId(), tagId: core.newId(), name: `Forum ${days}` });
    await unlockAt(TEST_NOW + days * DAY);
  };
  const erasures = (): number =>
    desk.operations().filter(({ kind }) => kind === ERASED || kind === WORDS_ERASED).length;
  const of = (caseId: string) => ({ commandId: core.newId(), caseId });
  const get = (caseId: string): Promise<CaseFile> => core.ask('caseFile.get', { caseId });
  const aClosedFile = async (): Promise<string> => {
    const caseId = await writeCanaries(core.ask, core.newId, now + DAY);
    await core.ask('caseFile.close', {
      ...{ ...of(caseId), on: '2026-09-01', reason: 'person-request', outcome: 'not-known' },
      baseRevision: (await get(caseId)).revision,
    });
    return caseId;
  };
  const erasing = async (caseId: string, why: 'term' | 'person-request' | 'mistake') => ({
    ...{ ...of(caseId), why, baseRevision: (await get(caseId)).revision },
  });
  const copies = async () => (await core.ask('backup.list', {})).copies.map(({ kind }) => kind);
  /** Tables that say something of a file. */
  const tablesNaming = (caseId: string): readonly string[] =>
    desk.store.db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
      .pluck()
      .all()
      .filter((table) =>
        desk.store.db
          .prepare(`SELECT * FROM ${table}`)
          .raw()
          .all()
          .some((row) => JSON.stringify(row).includes(caseId)),
      )
      .sort();

  it('leaves no word of it in the store, as whoever has the key reads it byte by byte', async () => {
    const kept = await core.aCaseFile({ first: 'Bruno', last: 'Carpentier' });
    const caseId = await aClosedFile();
    const elsewhere = { [`contact ${kept}`]: { line: 'Rappeler' } };
    const value = { [`action ${caseId}`]: { text: CANARY_TEXTS[0] ?? '' }, ...elsewhere };
    await core.ask('preference.set', { name: 'half-typed', value });
    expect(textsIn(desk.store.db, OF_THE_FILE), 'seen before').toEqual(OF_THE_FILE);
    await core.ask('caseFile.erase', await erasing(caseId, 'person-request'));
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual([]);
    const wal = `${casesFile(join(core.dataDir, 'workspaces', 'own'))}-wal`;
    expect(existsSync(wal) ? statSync(wal).size : 0, 'the log of pages is empty').toBe(0);
    expect(tablesNaming(caseId)).toEqual(['access_log', 'op']);
    expect(await core.ask('preference.get', { name: 'half-typed' })).toEqual({ value: elsewhere });
    expect((await core.ask('caseFile.portfolio', {})).map(({ id }) => id)).toEqual([kept]);
    expect(await core.refusal('caseFile.get', { caseId })).toMatchObject({ code: 'NOT_FOUND' });
    const before = projectionsOf(desk.store.db);
    desk.store.log.rebuild();
    expect(projectionsOf(desk.store.db)).toEqual(before);
    expect(textsIn(desk.store.db, OF_THE_FILE), 'after a rebuild').toEqual([]);
  });

  it('keeps that it was erased, by whom, when and why, and who had opened it', async () => {
    const caseId = await aClosedFile();
    now += DAY;
    const command = await erasing(caseId, 'mistake');
    const { revision } = await core.ask('caseFile.erase', command);
    const left = desk.operations().filter((op) => op.caseId === caseId && op.payload !== null);
    expect(left).toEqual([{ opId: command.commandId, caseId, kind: 'caseFile.erase', payload: { why: 'mistake' } }]);
    expect(desk.store.log.find(command.commandId)).toMatchObject({ at: now, actorId: ACCOUNTS[0].id });
    const lines = desk.store.db
      .prepare('SELECT act, at, actor_id, reason FROM access_log WHERE case_id = ?')
      .all(caseId);
    expect(lines.at(-1)).toEqual({ act: 'erased', at: now, actor_id: ACCOUNTS[0].id, reason: 'mistake' });
    expect(lines.length).toBeGreaterThan(1);
    // The log has no gap, and asking again tells the same.
    const count = desk.store.db.prepare('SELECT count(*) FROM op').pluck().get();
    expect(revision).toBe(count);
    expect(await core.ask('caseFile.erase', command)).toMatchObject({ revision });
    expect(await core.refusal('caseFile.erase', { ...command, why: 'term' })).toMatchObject({ code: 'COMMAND_REUSED' });
  });

  it('takes away what was written to say why it was opened or taken out, and keeps that it was', async () => {
    const caseId = await aClosedFile();
    await core.unlockAs(1);
    await core.ask('handOver.visit', { caseId, why: 'person-asks', words: 'canari-de-visite' });
    await core.unlockAs(0);
    const reason = 'canari-de-sortie';
    await core.ask('caseFile.recordLeaving', { caseId, paper: 'file', medium: 'data', reason });
    await core.ask('caseFile.erase', await erasing(caseId, 'person-request'));
    expect(textsIn(desk.store.db, ['canari-de-visite', reason])).toEqual([]);
    const reasons = desk.store.db
      .prepare('SELECT reason FROM access_log WHERE case_id = ? AND actor_id = ?')
      .pluck()
      .all(caseId, ACCOUNTS[1].id);
    expect(reasons).toEqual(['visit person-asks']);
  });

  it('is refused for a file that is open, before its term, and to whoever has not seen it as it is', async () => {
    const open = await core.aCaseFile();
    for (const why of ['term', 'person-request', 'mistake'] as const) {
      expect(await core.refusal('caseFile.erase', await erasing(open, why))).toMatchObject({ code: 'NOT_ERASABLE' });
    }
    const caseId = await aClosedFile();
    const early = await erasing(caseId, 'term');
    expect(await core.refusal('caseFile.erase', early)).toMatchObject({ code: 'NOT_ERASABLE' });
    const stale = { ...early, why: 'mistake' as const, baseRevision: early.baseRevision - 1 };
    expect(await core.refusal('caseFile.erase', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect((await get(caseId)).retention.whys).toEqual(['person-request', 'mistake']);
    now += 30 * DAY;
    expect((await get(caseId)).retention.whys).toEqual(['term', 'person-request', 'mistake']);
    await core.ask('caseFile.erase', { ...early, commandId: core.newId() });
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual([]);
  });

  it('cannot be undone, and leaves nothing to write in', async () => {
    const caseId = await aClosedFile();
    const { opId } = await core.ask('caseFile.erase', await erasing(caseId, 'mistake'));
    expect(await core.refusal('caseFile.undo', { ...of(caseId), opId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await core.refusal('note.draft', { caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes by itself after somebody unlocked: words after two years, the rest after three', async () => {
    const caseId = await aClosedFile();
    const words = [CANARIES.note, CANARIES.draft, CANARIES.line];
    await unlockIn(729);
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual(OF_THE_FILE_LATER);
    await unlockIn(731);
    expect(textsIn(desk.store.db, words)).toEqual([]);
    expect((await get(caseId)).facts.proudOf?.value).toBe(CANARIES.pride);
    expect(await core.ask('note.list', { caseId })).toEqual([]);
    // Asked again and again, it says nothing more.
    await unlockIn(732);
    expect(erasures()).toBe(1);
    const made = projectionsOf(desk.store.db);
    desk.store.log.rebuild();
    expect(projectionsOf(desk.store.db)).toEqual(made);
    await unlockIn(3 * 365 + 2);
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual([]);
    expect(await core.ask('caseFile.portfolio', {})).toEqual([]);
  });

  it('is finished at the next unlock where it was stopped before the store was written anew', async () => {
    const caseId = await aClosedFile();
    const of = { opId: core.newId(), actorId: ACCOUNTS[0].id, caseId, entity: 'caseFile', entityId: caseId };
    const erasing = { ...of, kind: ERASED, baseRevision: null, payload: { why: 'term' } };
    desk.store.log.erase(erasing, 'all', () => undefined);
    const sweptAfter = () => desk.store.db.pragma('user_version', { simple: true });
    expect(sweptAfter()).toBe(0);
    await unlockAt(now + DAY);
    expect(sweptAfter()).toBe(1);
    expect(textsIn(desk.store.db, [CANARIES.note, CANARIES.pride, CANARIES.own])).toEqual([]);
  });

  it('leaves alone a file reopened in between, and what may still be undone there', async () => {
    const caseId = await aClosedFile();
    await core.ask('caseFile.reopen', { ...of(caseId), baseRevision: (await get(caseId)).revision });
    await unlockIn(4 * 365);
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual(OF_THE_FILE_LATER);
  });

  it('never keeps somebody who unlocks waiting', async () => {
    await aClosedFile();
    now = TEST_NOW + 700 * DAY;
    await core.aCaseFile();
    now = TEST_NOW + 731 * DAY;
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    expect(erasures()).toBe(0);
    await workOfTheDay();
    expect(erasures()).toBe(1);
  });

  it('takes no words that would be erased at once, until the file is reopened', async () => {
    const caseId = await aClosedFile();
    await unlockIn(731);
    const body = aNote('Rappelle deux ans plus tard.');
    const exchange = { on: '2028-08-01', channel: 'telephone', initiatedBy: 'person', isExchange: true } as const;
    const refused = { code: 'CASE_CLOSED' };
    expect(await core.refusal('note.saveDraft', { caseId, body, baseVersion: null })).toMatchObject(refused);
    const validating = { ...of(caseId), body, baseVersion: null };
    expect(await core.refusal('note.validate', validating)).toMatchObject(refused);
    expect(await core.refusal('contact.record', { ...of(caseId), ...exchange, line: '' })).toMatchObject(refused);
    await core.ask('caseFile.reopen', { ...of(caseId), baseRevision: (await get(caseId)).revision });
    await core.ask('note.validate', validating);
    await unlockIn(735);
    expect(await core.ask('note.list', { caseId })).toHaveLength(1);
  });

  it('does not believe a clock years after the last thing written', async () => {
    await aClosedFile();
    await core.ask('backup.take', {});
    await core.aCaseFile();
    await unlockAt(TEST_NOW + 5 * 365 * DAY);
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual(OF_THE_FILE);
    expect(await copies()).toEqual(['daily', 'asked']);
    await unlockAt(TEST_NOW + DAY);
    expect(textsIn(desk.store.db, OF_THE_FILE)).toEqual(OF_THE_FILE);
  });

  it('is done again where another reader kept the log of pages from being emptied', async () => {
    const caseId = await aClosedFile();
    const reader = await secondDesk(core.dataDir);
    reader.store.db.exec('BEGIN');
    reader.store.db.prepare('SELECT count(*) FROM op').get();
    desk.store.db.pragma('busy_timeout = 0');
    const asked = { ...of(caseId), opId: core.newId(), actorId: ACCOUNTS[0].id, entity: 'caseFile', entityId: caseId };
    const erasing = { ...asked, kind: ERASED, baseRevision: null, payload: { why: 'mistake' } };
    desk.store.log.erase(erasing, 'all', () => undefined);
    const sweptAfter = () => desk.store.db.pragma('user_version', { simple: true });
    desk.store.log.sweep();
    expect(sweptAfter()).toBe(0);
    reader.close();
    desk.store.log.sweep();
    expect(sweptAfter()).toBe(1);
  });

  it('takes the file out of the copies at once when somebody asks, even after a stop in between', async () => {
    const caseId = await aClosedFile();
    await core.ask('backup.take', {});
    const asked = { opId: core.newId(), actorId: ACCOUNTS[0].id, caseId, entity: 'caseFile', entityId: caseId };
    const erasing = { ...asked, kind: ERASED, baseRevision: null, payload: { why: 'person-request' } };
    desk.store.log.erase(erasing, 'all', () => undefined);
    await unlockAt(now + DAY);
    expect(await copies()).toEqual(['after-erasure']);
  });

  it('takes what came to its term out of the copies within a month, all at once', async () => {
    await aClosedFile();
    await unlockIn(725);
    await unlockIn(731);
    await core.aCaseFile();
    await unlockAt(now + 20 * DAY);
    expect((await copies()).filter((kind) => kind === 'daily').length).toBeGreaterThan(1);
    expect(await copies()).not.toContain('after-erasure');
    await core.aCaseFile();
    await unlockAt(now + 11 * DAY);
    expect(await copies()).toEqual(['after-erasure']);
    await core.aCaseFile();
    await unlockAt(now + DAY);
    expect(await copies()).toEqual(['daily', 'after-erasure']);
  });

  it('forgets who looked at what a year later', async () => {
    await core.ask('caseFile.portfolioCsv', { reason: CANARIES.reason });
    const acts = () => desk.store.db.prepare('SELECT act FROM access_log').pluck().all();
    await unlockAt(now + 364 * DAY);
    expect(acts()).toEqual(['exported']);
    await unlockAt(now + 3 * DAY);
    expect(acts()).toEqual([]);
  });
});
