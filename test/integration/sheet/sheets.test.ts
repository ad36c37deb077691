import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/shared/domain/paper/paper.schema.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor } from '../case-file/a-list.ts';

const DAY = 24 * 60 * 60_000;
const OPTIONS = { isLarge: false, isReadTogether: false, bring: [], phone: '' };

/** Every word of a document, as it is read. */
function wordsOf({ title, lead, sections, foot }: Paper): string {
  const inSections = sections.flatMap((section) => [
    section.title,
    ...section.blocks.flatMap((block) => {
      if (block.kind === 'text') return [block.text];
      if (block.kind === 'facts') return block.facts.flatMap(({ label, value }) => [label, value]);
      return block.lines.flatMap(({ text, when, more }) => [text, when ?? '', ...more]);
    }),
  ]);
  return [title, ...lead, ...inSections, ...foot].join('\n');
}

describe('the sheet that a person leaves with', () => {
  let core: PeopleCore;
  let caseId: string;
  let now = TEST_NOW;
  let names: readonly string[];

  beforeAll(async () => {
    core = await peopleCore('sheets', { clock: { now: () => now } });
    caseId = await core.aCaseFile({ first: 'Ysaline', last: 'Quénéhervé' });
    const { page } = await listFor(core, caseId, { order: 'plain' });
    names = page.rows.map(({ name }) => name);
    const [one, two, three, four] = page.rows;
    await decide(core, caseId, one!.siret, { outcome: 'retained' });
    await decide(core, caseId, two!.siret, { outcome: 'retained' });
    await decide(core, caseId, three!.siret, {
      ...{ outcome: 'set-aside', reasons: ['other'], words: 'canari-raison' },
    });
    await decide(core, caseId, four!.siret, { outcome: 'later', words: 'canari-plus-tard' });
    const command = () => ({ commandId: core.newId(), caseId });
    await core.ask('action.add', { ...command(), owner: 'person', text: 'Porter une lettre', dueOn: '2026-09-04' });
    await core.ask('action.add', { ...command(), owner: 'person', text: 'Avant l’été', dueOn: '2026-06-04' });
    await core.ask('action.add', { ...command(), owner: 'advisor', text: 'Appeler le gérant', dueOn: '2026-09-03' });
    await core.ask('reading.say', { ...command(), by: 'person', text: 'canari-lu', baseRevision: 0 });
    await core.say(caseId, 'subjectHousing', { state: 'yes', settledOn: null });
    await core.say(caseId, 'interviews', 41);
    await core.ask('appointment.schedule', {
      ...{ ...command(), startsAt: TEST_NOW + 9 * DAY, minutes: 30, modality: 'telephone', kind: 'review' },
      purpose: 'canari-objet',
    });
  });
  afterAll(() => core.cleanup());

  const compose = (options = {}) => core.ask('sheet.compose', { caseId, ...OPTIONS, ...options });
  const waiting = async () => (await core.ask('sheet.waiting', {})).map(({ id }) => id);
  const keep = () => core.ask('sheet.keep', { commandId: core.newId(), caseId, ...OPTIONS });

  it('says who does what before when, what to say first, when to meet, whom to call, and the rights', async () => {
    const words = wordsOf(await compose({ bring: ['cv', 'letters'], phone: '01 99 00 12 34', isReadTogether: true }));
    const [one = '', two = ''] = names;
    for (const said of [
      ...[
        'Ce que nous avons décidé',
        'avec Camille Essai, Agence d’essai',
        'Porter une lettre',
        'avant le vendredi 4 septembre',
      ],
      ...[one, two, '«\u00a0Bonjour, je cherche', 'Camille Essai s’engage à', 'Appeler le gérant'],
      ...['Jeudi 10 septembre 2026', 'par téléphone\u00a0: nous vous appelons', 'Votre CV et vos lettres'],
      ...['Camille Essai, au 01 99 00 12 34', 'Une estimation a aidé', 'une liste sans calcul', 'cada.fr'],
      'Lu ensemble le mardi 1er septembre 2026.',
    ]) {
      expect(words).toContain(said);
    }
    expect(words.indexOf('Porter une lettre')).toBeLessThan(words.indexOf('Appeler le gérant'));
  });

  it('has no name of theirs, nothing set aside, no subject, no reading, nothing not done in time, no figure', async () => {
    const words = wordsOf(await compose());
    const [, , three = '', four = ''] = names;
    for (const absent of [
      'Ysaline',
      'Quénéhervé',
      three,
      four,
      'canari',
      'ogement',
      '41',
      'Avant l’été',
      'embauches attendues',
    ]) {
      expect(words).not.toContain(absent);
    }
  });

  it('says that no computation was used where the person said no to it', async () => {
    const { revision } = await core.ask('caseFile.get', { caseId });
    const turned = { commandId: core.newId(), caseId, isOff: true, baseRevision: revision };
    const { opId } = await core.ask('caseFile.setComputing', turned);
    const words = wordsOf(await compose());
    expect(words).toContain('aucun calcul n’a servi');
    expect(words).not.toContain('estimation');
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
  });

  it('refuses a number that no text may hold', async () => {
    expect(await core.refusal('sheet.compose', { caseId, ...OPTIONS, phone: '1 85 05 78 999 999 38' })).toMatchObject({
      code: 'NUMBER_REFUSED',
    });
  });

  it('waits as it was to be handed over, is handed over once, and comes back when that is undone', async () => {
    const { opId: sheetId, revision } = await keep();
    const before = await compose();
    await core.ask('action.add', { commandId: core.newId(), caseId, owner: 'person', text: 'Plus tard', dueOn: null });
    expect((await core.ask('sheet.list', { caseId }))[0]).toMatchObject({
      paper: before,
      handed: null,
      on: '2026-09-01',
    });
    expect(await waiting()).toEqual([sheetId]);
    now += DAY;
    const handing = { commandId: core.newId(), caseId, sheetId, way: 'in-person', on: '2026-09-02' } as const;
    expect(
      await core.refusal('sheet.handOver', { ...handing, on: '2026-09-03', baseRevision: revision }),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const { opId } = await core.ask('sheet.handOver', { ...handing, baseRevision: revision });
    expect(await waiting()).toEqual([]);
    const stale = { ...handing, commandId: core.newId(), way: 'post', baseRevision: revision } as const;
    expect(await core.refusal('sheet.handOver', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
    expect(await waiting()).toEqual([sheetId]);
  });

  it('kept by a slip, is taken back', async () => {
    const { opId } = await keep();
    expect(await waiting()).toContain(opId);
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
    expect(await waiting()).not.toContain(opId);
    expect((await core.ask('sheet.list', { caseId })).map(({ id }) => id)).not.toContain(opId);
  });

  it('leaves a line in the log of who did what with the file, by what left and how', async () => {
    for (const medium of ['paper', 'pdf', 'screen'] as const) {
      now += 1000;
      await core.ask('caseFile.recordLeaving', { caseId, paper: 'sheet', medium });
    }
    const accesses = await core.ask('handOver.accesses', { caseId });
    expect(accesses.slice(0, 3)).toMatchObject([
      { actorName: 'Camille Essai', kind: 'exported', paper: 'sheet', medium: 'screen', reason: null },
      { kind: 'exported', paper: 'sheet', medium: 'pdf' },
      { kind: 'printed', paper: 'sheet', medium: 'paper' },
    ]);
    expect(accesses.at(-1)).toMatchObject({ kind: 'created', paper: null, medium: null });
  });
});
