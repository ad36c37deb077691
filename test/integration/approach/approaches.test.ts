/** What happens after an employer is retained, on a real store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { backTo } from '../../support/old-store.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { secondDesk } from '../../support/second-desk.ts';
import { decide, listFor } from '../case-file/a-list.ts';

let core: PeopleCore;
let caseId: string;
let sirets: readonly string[];

beforeAll(async () => {
  core = await peopleCore('approaches');
  caseId = await core.aCaseFile();
  sirets = (await listFor(core, caseId, { order: 'plain' })).page.rows.map(({ siret }) => siret);
});
afterAll(() => core.cleanup());

const today = new Date(TEST_NOW).toISOString().slice(0, 10);
const itemOf = (siret: string) => ({ kind: 'establishment' as const, siret });
const rowOf = async (siret: string, file = caseId) =>
  (await core.ask('approach.list', { caseId: file })).find(
    ({ item }) => item.kind === 'establishment' && item.siret === siret,
  );
type Move = Pick<CallInput<'approach.move'>, 'step'> & Partial<CallInput<'approach.move'>>;
const move = async (siret: string, said: Move, file = caseId) =>
  core.ask('approach.move', {
    ...{ commandId: core.newId(), caseId: file, item: itemOf(siret), on: today, by: 'person', next: null },
    ...{ baseRevision: (await rowOf(siret, file))?.revision ?? 0, ...said },
  });
const undo = (opId: string) => core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
const A_CONTACT = {
  name: 'Mme Weber',
  role: 'responsable',
  phone: '01 99 00 12 34',
  email: '',
  wayIn: 'au comptoir',
  source: 'call',
  knownOn: today,
} as const satisfies Omit<CallInput<'employerContact.save'>, 'siret' | 'baseVersion'>;

describe('following an employer', () => {
  it('begins with what is retained and nothing else', async () => {
    const [one, two] = sirets;
    await decide(core, caseId, one!, { outcome: 'retained' });
    await decide(core, caseId, two!, { outcome: 'set-aside' });
    expect(await rowOf(one!)).toMatchObject({ stage: 'proposed', steps: [], revision: 0, known: { group: 'private' } });
    expect(await rowOf(two!)).toBeUndefined();
    const command = { commandId: core.newId(), caseId, item: itemOf(two!), step: 'contacted', on: today, by: 'person' };
    expect(await core.refusal('approach.move', { ...command, next: null, baseRevision: 0 })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('says who did what on which day, and takes steps back in any order', async () => {
    const [one] = sirets;
    const first = await move(one!, { step: 'contacted', on: '2026-03-03', by: 'advisor' });
    const second = await move(one!, { step: 'hired' });
    expect(await rowOf(one!)).toMatchObject({
      stage: 'hired',
      steps: [
        { step: 'contacted', on: '2026-03-03', by: 'advisor', actorName: 'Camille Essai' },
        { step: 'hired', by: 'person' },
      ],
    });
    expect((await core.ask('caseFile.timeline', { caseId })).filter(({ kind }) => kind === 'approach')).toMatchObject([
      { step: 'hired' },
      { step: 'contacted', on: '2026-03-03', by: 'advisor' },
    ]);
    await undo(second.opId);
    expect(await rowOf(one!)).toMatchObject({ stage: 'contacted', revision: first.revision });
    const again = await move(one!, { step: 'answered' });
    await core.ask('approach.takeBack', {
      ...{ commandId: core.newId(), caseId, item: itemOf(one!), entryId: first.opId, baseRevision: again.revision },
    });
    expect(await rowOf(one!)).toMatchObject({ stage: 'answered', steps: [{ step: 'answered' }] });
  });

  it('is refused to whoever did not see what there is, and for a day to come', async () => {
    const [one] = sirets;
    const command = { commandId: core.newId(), caseId, item: itemOf(one!), step: 'met', on: today, by: 'person' };
    expect(await core.refusal('approach.move', { ...command, next: null, baseRevision: 0 })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    const { revision = 0 } = (await rowOf(one!)) ?? {};
    const later = { ...command, on: '2099-01-01', next: null, baseRevision: revision };
    expect(await core.refusal('approach.move', later)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('tells the portfolio what is waited for, until the employer is set aside', async () => {
    const [one] = sirets;
    await move(one!, { step: 'contacted', next: { kind: 'answer', on: today } });
    const deadlines = async () => (await core.ask('caseFile.portfolio', {})).find(({ id }) => id === caseId)?.deadlines;
    const { name } = (await rowOf(one!))!;
    expect(await deadlines()).toEqual([{ kind: 'answer', label: name, on: today }]);
    const { opId } = await decide(core, caseId, one!, { outcome: 'set-aside' });
    expect(await deadlines()).toEqual([]);
    await undo(opId);
    expect(await deadlines()).toHaveLength(1);
    await move(one!, { step: 'no-answer' });
    expect(await deadlines()).toEqual([]);
  });

  it('waits for nothing new in a closed file, where what happened is still said', async () => {
    const closed = await core.aCaseFile({ first: 'Bruno', last: 'Carpentier' });
    const [one] = sirets;
    await decide(core, closed, one!, { outcome: 'retained' });
    const { revision } = await core.ask('caseFile.get', { caseId: closed });
    await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId: closed, on: today, reason: 'moved', outcome: 'moved' },
      baseRevision: revision,
    });
    const item = itemOf(one!);
    const next = { kind: 'call-back', on: today };
    expect(
      await core.refusal('approach.remind', { commandId: core.newId(), caseId: closed, item, next, baseRevision: 0 }),
    ).toMatchObject({ code: 'CASE_CLOSED' });
    await move(one!, { step: 'hired' }, closed);
    expect(await rowOf(one!, closed)).toMatchObject({ stage: 'hired' });
  });

  it('counts people for supervision, those under five hidden', async () => {
    await core.unlockAs(2);
    expect(await core.ask('supervision.counts', {})).toMatchObject({ answered: null, hired: null });
    await core.unlockAs(0);
  });
});

describe('a contact found by us', () => {
  it('is there for the next person, of a colleague too, with who noted it', async () => {
    const [one] = sirets;
    const saved = await core.ask('employerContact.save', { siret: one!, ...A_CONTACT, baseVersion: 0 });
    expect(saved).toMatchObject({ authorName: 'Camille Essai', isToCheck: false });
    await core.unlockAs(1);
    const other = await core.aCaseFile({ first: 'Luc', last: 'Martin' });
    await decide(core, other, one!, { outcome: 'retained' });
    expect((await rowOf(one!, other))?.contact).toEqual(saved);
    expect(await core.ask('approach.ofEmployer', { siret: one! })).toMatchObject({
      mine: [{ first: 'Luc', last: 'Martin', stage: 'proposed' }],
      others: null,
    });
    await core.unlockAs(0);
  });

  it('has a number that can be called and an address that can be written to, or none', async () => {
    for (const slip of [{ phone: '12' }, { email: 'accueil' }]) {
      const asked = { siret: sirets[3]!, ...A_CONTACT, ...slip, baseVersion: 0 };
      expect(await core.refusal('employerContact.save', asked)).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('says nothing of a jobseeker, and judges nobody', async () => {
    const [, two] = sirets;
    const save = (wayIn: string) =>
      core.refusal('employerContact.save', { siret: two!, ...A_CONTACT, wayIn, baseVersion: 0 });
    expect(await save('demander pour Nadia Ferrand')).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: ['wayIn: names_a_person'] },
    });
    expect((await core.ask('approach.ofEmployer', { siret: two! })).contact).toBeNull();
  });

  it('is corrected by whoever saw it last, and erased for good', async () => {
    const [one] = sirets;
    const { contact } = await core.ask('approach.ofEmployer', { siret: one! });
    const seen = { siret: one!, ...A_CONTACT, baseVersion: contact!.version };
    const corrected = await core.ask('employerContact.save', { ...seen, name: 'M. Petit' });
    expect(await core.refusal('employerContact.save', seen)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await core.ask('employerContact.remove', { siret: one!, baseVersion: corrected.version });
    expect((await core.ask('approach.ofEmployer', { siret: one! })).contact).toBeNull();
    const desk = await secondDesk(core.dataDir);
    const log = JSON.stringify(desk.store.db.prepare('SELECT payload FROM op').all());
    expect(log).not.toMatch(/Weber|Petit|01 99 00/);
    desk.close();
  });

  it('is to be checked after two years and forgotten after three', async () => {
    const [one] = sirets;
    await core.ask('employerContact.save', { siret: one!, ...A_CONTACT, knownOn: '2024-01-01', baseVersion: 0 });
    expect((await core.ask('approach.ofEmployer', { siret: one! })).contact).toMatchObject({ isToCheck: true });
    const desk = await secondDesk(core.dataDir);
    desk.clock.time = Date.parse('2027-01-02T09:00:00Z');
    desk.cases.employerContacts.purge();
    expect(desk.cases.employerContacts.find(one!)).toBeNull();
    desk.close();
  });
});

describe('what leaves the file', () => {
  it('is the list by name, without the person, what was set aside, what closed or what was not done', async () => {
    const [one, two, three] = sirets;
    await decide(core, caseId, two!, { outcome: 'set-aside', reasons: ['other'], words: 'canari du comptoir' });
    await decide(core, caseId, three!, { outcome: 'retained' });
    await move(one!, { step: 'refused' });
    await move(three!, { step: 'contacted', next: { kind: 'call-back', on: '2026-01-01' } });
    const { csv, count } = await core.ask('approach.csv', { caseId });
    expect(count).toBe(1);
    const rows = await core.ask('approach.list', { caseId });
    const nameOf = (siret: string) => rows.find(({ item }) => item.kind !== 'own' && item.siret === siret)?.name ?? '';
    expect(csv).toContain(nameOf(three!));
    expect(csv).toContain('Contact pris');
    expect(csv).not.toMatch(/canari|Nadia|Ferrand|2026/);
    expect(csv).not.toContain(nameOf(one!));
    const desk = await secondDesk(core.dataDir);
    expect(
      desk.store.db.prepare(`SELECT act, count FROM access_log WHERE case_id = ? AND act = 'exported'`).all(caseId),
    ).toEqual([{ act: 'exported', count: 1 }]);
    desk.close();
  });
});

describe('a company that asks to be proposed no more', () => {
  it('leaves every list here, is listed with who asked, and comes back', async () => {
    const other = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    const [, , , four] = sirets;
    const isListed = async () =>
      (await listFor(core, other, { order: 'plain' })).page.rows.some(({ siret }) => siret === four);
    await decide(core, other, four!, { outcome: 'retained' });
    expect(await isListed()).toBe(true);
    const asked = { siret: four!, askedBy: 'management', askedOn: today, scope: 'employer' } as const;
    await core.ask('correction.optOut', { commandId: core.newId(), ...asked });
    expect(await isListed()).toBe(false);
    expect(await rowOf(four!, other)).toMatchObject({ isOptedOut: true });
    expect((await core.ask('approach.csv', { caseId: other })).count).toBe(0);
    expect(await core.ask('correction.list', {})).toMatchObject([
      { siret: four, kind: 'opt-out', reportedOn: today, optOut: { askedBy: 'management', scope: 'employer' } },
    ]);
    expect((await core.ask('correction.csv', {})).csv).toContain(
      `;ne-veut-plus-etre-proposee;${today};entreprise;direction`,
    );
    await core.ask('correction.dismiss', { commandId: core.newId(), siret: four! });
    expect(await isListed()).toBe(true);
    expect(await rowOf(four!, other)).toMatchObject({ isOptedOut: false });
  });
});

describe('a store of before', () => {
  it('keeps all that it held, takes what is new, and is made anew from its log', async () => {
    const desk = await secondDesk(core.dataDir);
    const before = projectionsOf(desk.store.db);
    desk.store.log.rebuild();
    expect(projectionsOf(desk.store.db)).toEqual(before);
    expect(before['approach']?.length).toBeGreaterThan(1);
    backTo(desk.store.db, 70);
    desk.close();
    const updated = await secondDesk(core.dataDir);
    const { approach: _, employer_opt_out: __, ...others } = before;
    expect(projectionsOf(updated.store.db)).toMatchObject(others);
    updated.store.log.rebuild();
    expect(projectionsOf(updated.store.db)).toEqual(before);
    updated.close();
  });
});

describe('an employer whose commune alone is known', () => {
  it('gives no distance to an address that nobody located, as the list does', async () => {
    const other = await core.aCaseFile();
    const [located, unlocated] = [sirets[0]!, '60113241700019'];
    for (const siret of [located, unlocated]) await decide(core, other, siret, { outcome: 'retained' });
    expect(await rowOf(unlocated, other)).toMatchObject({ name: 'Le Fournil Sans Adresse', distanceKm: null });
    expect((await rowOf(located, other))?.distanceKm).toBeGreaterThan(0);
  });
});
