import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureCore, type FixtureCore } from '../../support/core.ts';

describe('what is known of one establishment', () => {
  let core: FixtureCore;

  beforeAll(async () => {
    core = await fixtureCore('employer');
  });
  afterAll(() => core.cleanup());

  it('is its name on the door, its legal name, its sector, size, address and position', async () => {
    expect(await core.ask('employer.get', { siret: '30000791900013' })).toMatchObject({
      name: 'Boulangerie des Trois Epis',
      legalName: 'AUX BLES D OR',
      naf: '1071C',
      sectorLabel: 'Boulangeries avec fournil',
      headcountBand: '02',
      group: 'private',
      unranked: null,
      postcode: '57000',
      communeName: 'Metz',
      lat: 49.10763,
      lon: 6.18027,
      positionBasis: 'establishment',
      yearlyHires: 3,
      sites: [],
    });
  });

  it('is the other sites of its legal unit, by SIRET', async () => {
    const { sites } = await core.ask('employer.get', { siret: '70011878500026' });
    expect(sites.map(({ siret, communeName }) => [siret, communeName])).toEqual([
      ['70011878500013', 'Metz'],
      ['70011878500039', 'Woippy'],
    ]);
  });

  it('is the occupations its sector hires most, with their share, the largest first', async () => {
    const { occupations } = await core.ask('employer.get', { siret: '30000791900013' });
    // 7,600 hires in bakeries: 5,200 sellers and 2,400 bakers.
    expect(occupations.map(({ rome, share }) => [rome, Math.round(share * 7_600)])).toEqual([
      ['D1106', 5_200],
      ['D1102', 2_400],
    ]);
  });

  it('is the centre of its commune where its own position is missing, 0, 0, or at the other end of the country', async () => {
    for (const siret of ['60114825500019', '60113241700019', '60114033600019']) {
      expect(await core.ask('employer.get', { siret })).toMatchObject({
        positionBasis: 'commune',
        lat: 49.1108,
        lon: 6.1769,
      });
    }
  });

  it('is why it is in no list, when it is in none', async () => {
    const reasons = {
      '50090276600013': 'non-diffusible',
      '13000548100013': 'employment-service',
      '40103738900013': 'co-ownership',
      '90106114600013': 'property-shell',
      '50109282200013': 'unknown-sector',
      '50110866000013': 'no-staff',
      '80111657900013': 'unknown-staff',
      '50089484700013': 'no-position',
    };
    for (const [siret, unranked] of Object.entries(reasons)) {
      expect((await core.ask('employer.get', { siret })).unranked, siret).toBe(unranked);
    }
  });

  it('is not the name of a person who has a sign, nor of one who opposed diffusion', async () => {
    expect(await core.ask('employer.get', { siret: '40076022400013' })).toMatchObject({
      name: 'Au Coin des Gourmands',
      legalName: null,
    });
    expect(await core.ask('employer.get', { siret: '50090276600013' })).toMatchObject({
      name: 'Avocats, notaires et huissiers',
      legalName: null,
    });
  });
});
