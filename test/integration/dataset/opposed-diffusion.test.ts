import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCore, placeRelease } from '../../support/core.ts';
import { changedFixture } from '../../support/fixture-folder.ts';
import { importInto } from '../../support/fixture-release.ts';
import { placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { SESSION_CALLS } from '../../support/session-calls.ts';
import { seedFile, validInputs } from '../../support/valid-inputs.ts';

/** An establishment of the bakery's legal unit whose owner opposed diffusion, in a file that says all about it. */
const OPPOSED = '30000791900021';
const ROW = `${OPPOSED};CANARINOM JEANNE;CANARISIGNE;1071C;02;17;RUE DU CANARIRUE;57000;57463;6.17654;49.11321;7;P`;
const CANARIES = ['canarinom', 'canarisigne', 'canarirue', '6.17654', '49.11321', '6176540', '49113210'];

function numbersOfPosition(): readonly Buffer[] {
  return [6.176_54, 49.113_21].map((degrees) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(degrees);
    return bytes;
  });
}

describe('an establishment that opposed diffusion', () => {
  const folders: TempFolder[] = [];
  let core: PeopleCore;
  let release: string;

  beforeAll(async () => {
    const files = changedFixture({ 'establishments.csv': (text) => `${text.trimEnd()}\n${ROW}\n` });
    const root = tempFolder('opposed');
    const dataDir = tempFolder('opposed-data');
    folders.push(files, root, dataDir);
    release = (await importInto(root.path, { from: files.path })).release.path;
    placeRelease(dataDir.path, 'demonstration', root.path);
    placeRelease(dataDir.path, 'own', root.path);
    await placeSpace(dataDir.path);
    core = withPeople(aCore(dataDir.path));
    await core.prepare();
    await core.unlockAs(0);
  });
  afterAll(() => {
    core.close();
    folders.forEach(({ cleanup }) => cleanup());
  });

  it('leaves no name, sign, address or position in any file of the release', () => {
    for (const file of readdirSync(release)) {
      const bytes = readFileSync(join(release, file));
      const text = bytes.toString('latin1').toLowerCase();
      for (const canary of CANARIES) expect(text.includes(canary), `${canary} in ${file}`).toBe(false);
      for (const number of numbersOfPosition()) expect(bytes.includes(number), file).toBe(false);
    }
  });

  it('is in the answer of no call by its name, address or position', async () => {
    const inputs = Object.entries(validInputs(await seedFile(core), core.newId));
    const isOfSession = (name: string): boolean => SESSION_CALLS.some((other) => other === name);
    // Whoever sits there must still sit there when the others are asked.
    const asked: readonly (readonly [string, unknown])[] = [
      ...inputs.filter(([name]) => !isOfSession(name)),
      ['employer.get', { siret: OPPOSED }],
      ...inputs.filter(([name]) => isOfSession(name)),
    ];
    for (const [name, input] of asked) {
      const answer = JSON.stringify(await core.call(name, input)).toLowerCase();
      for (const canary of CANARIES) expect(answer.includes(canary), `${canary} in ${name}`).toBe(false);
    }
  });

  it('is called by its sector, counted, and shown as the site of nobody', async () => {
    // The calls of a session leave another workspace open.
    await core.ask('workspace.open', { name: 'own' });
    expect(await core.ask('employer.get', { siret: OPPOSED })).toMatchObject({
      name: 'Boulangeries avec fournil',
      legalName: null,
      unranked: 'non-diffusible',
      address: '',
      postcode: '57000',
      communeName: 'Metz',
      lat: null,
      lon: null,
      positionBasis: 'none',
      sites: [],
    });
    expect((await core.ask('employer.get', { siret: '30000791900013' })).sites).toEqual([]);
  });
});
