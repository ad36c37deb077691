import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldName } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { isoWeekOf, localDateAt } from '../../../src/shared/kernel/local-date.ts';
import { fixtureRelease, TEST_NOW } from '../../support/fixture-release.ts';
import { aCore, placeRelease } from '../../support/core.ts';
import { idMaker, placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { PERSONAL_FIELDS, PROJECT_FIELDS, randomValue } from '../../support/random-facts.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { listFor } from './a-list.ts';

const FILES = 1_000;
const SLOW = 300_000;
const NAMED: readonly FieldName[] = ['name', 'civility', 'birthDate', 'address'];
const OTHERS = PERSONAL_FIELDS.filter((field) => !NAMED.includes(field));
const DAY = 86_400_000;

/** Rule R5: nothing of who a person is reaches what is proposed to them. */
describe('what is proposed to a person', () => {
  let dataDir: TempFolder;
  let core: PeopleCore;
  let desk: SecondDesk;
  let now = TEST_NOW;
  const newId = idMaker(5);
  const draw = drawFrom(5);
  const caseIds = Array.from({ length: FILES }, newId);

  beforeAll(async () => {
    dataDir = tempFolder('traits');
    const fixture = await fixtureRelease();
    placeRelease(dataDir.path, 'own', fixture.root);
    fixture.cleanup();
    await placeSpace(dataDir.path);
    core = withPeople(aCore(dataDir.path, { clock: { now: () => now }, checksOutput: false }));
    await core.prepare();
    await core.unlockAs(0);
    desk = await secondDesk(dataDir.path);
    desk.inOneGo(() => {
      for (const caseId of caseIds) {
        const person = { first: 'Personne', last: 'D’essai', phone: '', supportMode: null };
        desk.cases.files.create({ commandId: newId(), caseId, ...person });
        setAll(caseId, [...PROJECT_FIELDS, ...NAMED]);
      }
    });
  }, SLOW);
  afterAll(() => {
    desk.close();
    core.cleanup();
    dataDir.cleanup();
  });

  /** New drawn values for these facts of a file. */
  const setAll = (caseId: string, fields: readonly FieldName[]): void => {
    const known = desk.cases.files.get(caseId).facts;
    for (const field of fields) {
      const change = { field, value: randomValue(field, draw) };
      const said = { saidBy: draw.pick(['person', 'advisor', 'file'] as const), saidOn: '2026-08-20' };
      const baseRevision = known[field]?.revision ?? 0;
      desk.cases.files.setField({ commandId: newId(), caseId, change, ...said, baseRevision });
    }
  };
  const changeEverybody = (fields: readonly FieldName[]): void =>
    desk.inOneGo(() => caseIds.forEach((caseId) => setAll(caseId, fields)));
  const orderOf = (index: number) => (index % 2 === 0 ? 'spread' : 'plain');
  /** Every file after every other one: an answer kept from before would prove nothing. */
  const everything = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const [index, caseId] of caseIds.entries()) {
      answers.push(JSON.stringify(await listFor(core, caseId, { order: orderOf(index) })));
    }
    return answers;
  };
  const hashesOf = (answers: readonly string[]): readonly string[] =>
    answers.map((answer) => (JSON.parse(answer) as { page: { inputHash: string } }).page.inputHash);

  it(
    'is the same bytes, with the same hash of its inputs, whatever their name, civility, birth date and street',
    async () => {
      const before = await everything();
      expect(new Set(hashesOf(before)).size).toBeGreaterThan(FILES / 2);
      expect(before.filter((answer) => !answer.includes('"rows":[]')).length).toBeGreaterThan(FILES / 2);
      changeEverybody(NAMED);
      expect(await everything()).toEqual(before);
      changeEverybody(OTHERS);
      const after = await everything();
      expect(after).toEqual(before);
      expect(hashesOf(after)).toEqual(hashesOf(before));
    },
    SLOW,
  );

  it('changes when the job project does', async () => {
    const caseId = caseIds[0]!;
    const before = await listFor(core, caseId);
    const other = before.project.occupation?.rome === 'G1602' ? 'D1106' : 'G1602';
    await core.say(caseId, 'project1.occupation', { rome: other, label: 'Autre', title: 'Autre' });
    const after = await listFor(core, caseId);
    expect(hashesOf([JSON.stringify(after)])).not.toEqual(hashesOf([JSON.stringify(before)]));
  });

  it('comes in a varied order that depends on the file and the week alone', async () => {
    const seeds = new Set<string>();
    for (const caseId of caseIds.slice(0, 50)) {
      const list = await listFor(core, caseId);
      if (list.mode !== 'suggested') throw new Error('nothing was computed');
      expect(list.seed).toBe(`${caseId} ${isoWeekOf(localDateAt(now, 'Europe/Paris'))}`);
      seeds.add(list.seed);
    }
    expect(seeds.size).toBe(50);
  });

  it('keeps its varied order all week, and has another one the week after', async () => {
    const caseId = await core.aCaseFile();
    const monday = Date.UTC(2026, 7, 31, 6);
    const sirets = async (at: number): Promise<readonly string[]> => {
      now = at;
      return (await listFor(core, caseId)).page.rows.map(({ siret }) => siret);
    };
    const first = await sirets(monday);
    expect(first.length).toBeGreaterThan(5);
    for (const days of [1, 2, 3, 4, 5, 6]) expect(await sirets(monday + days * DAY)).toEqual(first);
    const later = await sirets(monday + 7 * DAY);
    expect(later).not.toEqual(first);
    expect([...later].sort()).toEqual([...first].sort());
    now = TEST_NOW;
  });
});
