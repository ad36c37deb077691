import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { projectionsOf } from '../../support/projection-tables.ts';

const DAY = 86_400_000;
const aDraft = {
  ...{ on: '2026-09-01', modality: 'on-site' as const, links: [], corrects: null },
  sections: { ...EMPTY_SECTIONS, personSays: 'Cherche le matin.' },
};

let core: PeopleCore;
let now = TEST_NOW;
beforeEach(async () => {
  now = TEST_NOW;
  core = await peopleCore('restore', { clock: { now: () => (now += 1) } });
});
afterEach(() => core.cleanup());

const space = (): string => join(core.dataDir, 'workspaces', 'own');
const nextDay = (): void => void (now += DAY);

describe('going back to a copy', () => {
  it('loses only what came after it, and says so before', async () => {
    const kept = await core.aCaseFile({ first: 'Nadia', last: 'Ferrand' });
    const before = await core.ask('caseFile.timeline', { caseId: kept });
    const copy = await core.ask('backup.take', {});
    nextDay();
    const gone = await core.aCaseFile({ first: 'Amina', last: 'Diallo' });
    await core.say(kept, 'proudOf', 'Son jardin.');
    await core.ask('note.saveDraft', { caseId: kept, body: aDraft, baseVersion: null });

    const preview = await core.ask('backup.preview', { backupId: copy.backupId });
    expect(preview).toMatchObject({
      backup: copy,
      lost: {
        changes: 5,
        byFamily: [
          { family: 'fact', changes: 4 },
          { family: 'file-opened', changes: 1 },
        ],
      },
      files: [
        { caseId: gone, name: 'Amina Diallo', changes: 4, isWhollyLost: true },
        { caseId: kept, name: 'Nadia Ferrand', changes: 1, isWhollyLost: false },
      ],
      ...{
        regained: 0,
        otherFiles: 0,
        drafts: [{ caseId: kept, name: 'Nadia Ferrand' }],
        otherDrafts: 0,
        erasedSince: 0,
      },
    });
    expect(preview.upTo).toBeLessThan(copy.takenAt);
    expect(preview.lost.since).toBeGreaterThan(copy.takenAt);

    const restored = await core.ask('backup.restore', { backupId: copy.backupId });
    expect(restored).toMatchObject({ lostOperations: 5, erasedAgain: 0, kept: { kind: 'before-restore' } });
    expect((await core.ask('access.status', {})).session?.id).toBe(ACCOUNTS[0].id);
    expect(await core.ask('caseFile.timeline', { caseId: kept })).toEqual(before);
    expect((await core.ask('caseFile.portfolio', {})).map(({ id }) => id)).toEqual([kept]);
    expect((await core.refusal('caseFile.get', { caseId: gone })).code).toBe('NOT_FOUND');
  });

  it('can be taken back: what was there was kept', async () => {
    await core.aCaseFile();
    const copy = await core.ask('backup.take', {});
    await core.aCaseFile({ first: 'Amina', last: 'Diallo' });
    const all = (await core.ask('caseFile.portfolio', {})).map(({ id }) => id);
    const { kept } = await core.ask('backup.restore', { backupId: copy.backupId });
    await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    const back = await core.ask('backup.preview', { backupId: kept.backupId });
    expect(back).toMatchObject({ regained: 4, lost: { changes: 4 } });
    await core.ask('backup.restore', { backupId: kept.backupId });
    expect((await core.ask('caseFile.portfolio', {})).map(({ id }) => id)).toEqual(all);
  });

  it('leaves a store that opens again, whose tables are what its log makes', async () => {
    await core.aCaseFile();
    const copy = await core.ask('backup.take', {});
    await core.aCaseFile({ first: 'Amina', last: 'Diallo' });
    await core.ask('backup.restore', { backupId: copy.backupId });
    await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    await core.ask('access.lock', {});
    const store = await openStoreOf(space(), ACCOUNTS[0].id, ACCOUNTS[0].passphrase, now);
    const was = projectionsOf(store.db);
    store.log.rebuild();
    expect(projectionsOf(store.db)).toEqual(was);
    expect(store.db.prepare(`SELECT act, count FROM access_log WHERE act = 'restored'`).all()).toEqual([
      { act: 'restored', count: 4 },
    ]);
    store.close();
  });

  it('erases again what was erased since', async () => {
    const erased = await core.aCaseFile({ first: 'Amina', last: 'Diallo' });
    const kept = await core.aCaseFile();
    const copy = await core.ask('backup.take', {});
    const bytes = readFileSync(join(space(), 'backups', `${copy.backupId}.sqlite`));
    await erase(erased);
    expect(backupNames()).toEqual([expect.stringMatching(/^after-erasure-/)]);
    // A copy that somebody kept elsewhere, and put back.
    writeFileSync(join(space(), 'backups', `${copy.backupId}.sqlite`), bytes);
    expect(await core.ask('backup.preview', { backupId: copy.backupId })).toMatchObject({ erasedSince: 1 });
    expect(await core.ask('backup.restore', { backupId: copy.backupId })).toMatchObject({ erasedAgain: 1 });
    expect((await core.refusal('caseFile.get', { caseId: erased })).code).toBe('NOT_FOUND');
    expect((await core.ask('caseFile.portfolio', {})).map(({ id }) => id)).toEqual([kept]);
    core.close();
    const store = await openStoreOf(space(), ACCOUNTS[0].id, ACCOUNTS[0].passphrase, now);
    const said = store.db
      .prepare(`SELECT count(*) FROM op WHERE case_id = ? AND payload IS NOT NULL AND kind <> 'caseFile.erase'`)
      .pluck()
      .get(erased);
    expect(said).toBe(0);
    store.close();
  });

  it('brings back no line of preparation that its author took away or wrote over since', async () => {
    const [gone, changed] = [await core.aCaseFile({ first: 'Amina', last: 'Diallo' }), await core.aCaseFile()];
    const save = (caseId: string, text: string) => core.ask('privateLine.save', { caseId, text });
    await save(gone, 'Parler du permis.');
    await save(changed, 'Parler du bus.');
    const copy = await core.ask('backup.take', {});
    await save(gone, '');
    await save(changed, 'Parler du train.');
    await core.ask('backup.restore', { backupId: copy.backupId });
    expect(await core.ask('privateLine.get', { caseId: gone })).toBeNull();
    expect(await core.ask('privateLine.get', { caseId: changed })).toMatchObject({ text: 'Parler du train.' });
  });

  it('brings back no person of a company who was corrected or erased since', async () => {
    const [erased, corrected] = ['30000791900013', '30000791900021'];
    const contact = {
      role: 'responsable',
      phone: '',
      email: '',
      wayIn: '',
      source: 'call',
      knownOn: '2026-03-02',
    } as const;
    const save = (siret: string, name: string, baseVersion: number) =>
      core.ask('employerContact.save', { siret, name, ...contact, baseVersion });
    await core.aCaseFile();
    const first = await save(erased, 'Mme Weber', 0);
    const second = await save(corrected, 'M. Klein', 0);
    const copy = await core.ask('backup.take', {});
    await core.ask('employerContact.remove', { siret: erased, baseVersion: first.version });
    await save(corrected, 'Mme Roth', second.version);
    await core.ask('backup.restore', { backupId: copy.backupId });
    const nameAt = async (siret: string) => (await core.ask('approach.ofEmployer', { siret })).contact?.name;
    expect([await nameAt(erased), await nameAt(corrected)]).toEqual([undefined, 'Mme Roth']);
  });

  it('is refused for a copy that is damaged, and changes nothing', async () => {
    await core.aCaseFile();
    const copy = await core.ask('backup.take', {});
    const file = join(space(), 'backups', `${copy.backupId}.sqlite`);
    const bytes = readFileSync(file);
    bytes[bytes.length - 100]! ^= 1;
    writeFileSync(file, bytes);
    const before = await core.ask('caseFile.portfolio', {});
    expect((await core.refusal('backup.preview', { backupId: copy.backupId })).code).toBe('BACKUP_UNREADABLE');
    expect((await core.refusal('backup.restore', { backupId: copy.backupId })).code).toBe('BACKUP_UNREADABLE');
    expect(await core.ask('caseFile.portfolio', {})).toEqual(before);
  });

  it('shows the files of other advisors as a count only', async () => {
    await core.aCaseFile();
    const copy = await core.ask('backup.take', {});
    await core.unlockAs(1);
    const others = await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    await core.unlockAs(0);
    const preview = await core.ask('backup.preview', { backupId: copy.backupId });
    expect(preview).toMatchObject({ files: [], otherFiles: 1 });
    expect(JSON.stringify(preview)).not.toContain(others);
  });
});

function backupNames(): readonly string[] {
  return readdirSync(join(space(), 'backups'))
    .filter((name) => name.endsWith('.sqlite'))
    .sort();
}

async function erase(caseId: string): Promise<void> {
  const { revision } = await core.ask('caseFile.get', { caseId });
  const closed = await core.ask('caseFile.close', {
    ...{ commandId: core.newId(), caseId, on: '2026-03-01', reason: 'mistake', outcome: 'not-known' },
    baseRevision: revision,
  });
  await core.ask('caseFile.erase', {
    ...{ commandId: core.newId(), caseId, why: 'person-request' },
    baseRevision: closed.revision,
  });
  // In its turn after the copy that follows an erasure.
  const { backupId } = await core.ask('backup.take', {});
  rmSync(join(space(), 'backups', `${backupId}.sqlite`));
}
