import { beforeAll, describe, expect, it } from 'vitest';
import { demonstrationSources } from '../../../../src/main/dataset/demonstration/demonstration-sources.ts';
import { generateDemonstration } from '../../../../src/main/dataset/demonstration/generate-demonstration.ts';
import { isLuhnValid } from '../../../../src/shared/kernel/luhn.ts';
import { manifestSourceSchema, SOURCE_NAMES } from '../../../../src/shared/domain/dataset/dataset.schema.ts';
import type { EstablishmentRecord } from '../../../../src/shared/domain/dataset/reference-records.ts';
import { normalCase } from '../../../../src/shared/domain/employer/name-case.rules.ts';
import { distanceMetres, type Position } from '../../../../src/shared/kernel/geo.ts';
import type { LocalDate } from '../../../../src/shared/kernel/local-date.ts';
import { fold } from '../../../../src/shared/kernel/text.ts';
import { NEVER_SAID } from '../../../support/never-said.ts';
import { BRANDS } from './forbidden-names.ts';
import { buildInputs, type BuiltInputs } from './demonstration-inputs.ts';

const TODAY = '2026-03-16' as LocalDate;

let inputs: BuiltInputs;
let establishments: EstablishmentRecord[];

beforeAll(async () => {
  inputs = await buildInputs();
  establishments = all(1, TODAY);
}, 60_000);

function all(seed: number, today: LocalDate): EstablishmentRecord[] {
  return [...generateDemonstration({ ...inputs, seed, today }).establishments];
}

function share(test: (establishment: EstablishmentRecord) => boolean): number {
  return establishments.filter(test).length / establishments.length;
}

function centreOf(code: string): Position {
  const row = inputs.geography.communes.rows.find(([commune]) => commune === code);
  if (row === undefined) throw new Error(`no commune ${code}`);
  return { lat: row[4], lon: row[5] };
}

describe('the same request', () => {
  it('gives the same records, byte for byte, however many times they are read', () => {
    const records = generateDemonstration({ ...inputs, seed: 1, today: TODAY });
    expect(JSON.stringify([...records.establishments])).toBe(JSON.stringify(establishments));
    expect(JSON.stringify([...records.establishments])).toBe(JSON.stringify(establishments));
    const again = generateDemonstration({ ...inputs, seed: 1, today: TODAY });
    expect(JSON.stringify([...again.hirePairs])).toBe(JSON.stringify([...records.hirePairs]));
    expect(JSON.stringify([...again.places])).toBe(JSON.stringify([...records.places]));
  });

  it('gives other establishments and other hires with another seed', () => {
    const other = generateDemonstration({ ...inputs, seed: 2, today: TODAY });
    const names = new Set(establishments.map(({ siret, naf }) => siret + naf));
    const common = [...other.establishments].filter(({ siret, naf }) => names.has(siret + naf));
    expect(common.length).toBeLessThan(1_500);
    const pairs = [...generateDemonstration({ ...inputs, seed: 1, today: TODAY }).hirePairs];
    expect(JSON.stringify([...other.hirePairs])).not.toBe(JSON.stringify(pairs));
  });

  it('keeps the establishments from one month to the next: only the hires counted change', () => {
    const later = all(1, '2026-04-01' as LocalDate);
    const withoutHires = (list: EstablishmentRecord[]): unknown[] => list.map((one) => ({ ...one, yearlyHires: null }));
    expect(withoutHires(later)).toEqual(withoutHires(establishments));
    expect(later.map(({ yearlyHires }) => yearlyHires)).not.toEqual(
      establishments.map(({ yearlyHires }) => yearlyHires),
    );
    expect(all(1, '2026-03-31' as LocalDate)).toEqual(establishments);
  });
});

describe('the establishments', () => {
  it('are 15,000, each with its own SIRET', () => {
    expect(establishments).toHaveLength(15_000);
    expect(new Set(establishments.map(({ siret }) => siret)).size).toBe(15_000);
  });

  it('have numbers that cannot exist: 000 in front, and a Luhn check that fails for the SIREN and for the SIRET', () => {
    expect(isLuhnValid('73282932000074')).toBe(true);
    for (const { siret } of establishments) {
      expect(siret).toMatch(/^000\d{11}$/);
      expect(isLuhnValid(siret) || isLuhnValid(siret.slice(0, 9)), siret).toBe(false);
    }
  });

  it('belong for about 6 % of legal units to a company of several sites, of one name', () => {
    const names = new Map<string, Set<string>>();
    const sites = new Map<string, number>();
    for (const { siret, legalName } of establishments) {
      const siren = siret.slice(0, 9);
      names.set(siren, (names.get(siren) ?? new Set()).add(legalName));
      sites.set(siren, (sites.get(siren) ?? 0) + 1);
    }
    const several = [...sites.values()].filter((count) => count > 1).length / sites.size;
    expect(several).toBeGreaterThan(0.05);
    expect(several).toBeLessThan(0.07);
    for (const found of names.values()) expect(found.size).toBe(1);
  });

  it('stand in communes that exist, with one of their postcodes, near their centre', () => {
    const communes = new Map(inputs.geography.communes.rows.map((row) => [row[0], row]));
    for (const { communeCode, postcode, lat, lon } of establishments) {
      const row = communes.get(communeCode);
      expect(row?.[3], communeCode).toContain(postcode);
      if (row === undefined || lat === null || lon === null) continue;
      expect(distanceMetres({ lat: row[4], lon: row[5] }, { lat, lon })).toBeLessThanOrEqual(2_010);
    }
  });

  it('do not stack on one another', () => {
    const placed = establishments.filter(({ lat }) => lat !== null);
    expect(new Set(placed.map(({ lat, lon }) => `${lat} ${lon}`)).size).toBeGreaterThan(placed.length * 0.999);
  });

  it('are in every metropolitan region and in five overseas départements', () => {
    const { communes, departements, regions } = inputs.geography;
    const departementOf = new Map(communes.rows.map(([code, , departement]) => [code, departement]));
    const present = new Set(establishments.map(({ communeCode }) => departementOf.get(communeCode)));
    const covered = new Set(departements.filter(([code]) => present.has(code)).map(([, , region]) => region));
    expect(regions.filter(([code, , zone]) => zone === 'metro' && !covered.has(code))).toEqual([]);
    expect(['971', '972', '973', '974', '976'].filter((code) => !present.has(code))).toEqual([]);
  });

  it('are dense enough around Metz and in the overseas prefectures', () => {
    const metz = centreOf('57463');
    const around = establishments.filter(
      ({ lat, lon }) => lat !== null && lon !== null && distanceMetres(metz, { lat, lon }) <= 15_000,
    );
    expect(around.length).toBeGreaterThanOrEqual(250);
    for (const prefecture of ['97105', '97209', '97302', '97411', '97611']) {
      const there = establishments.filter(({ communeCode }) => communeCode === prefecture);
      expect(there.length, prefecture).toBeGreaterThanOrEqual(40);
    }
  });

  it('bring shops, restaurants, building, care, cleaning, offices, a school and a town hall to any town of 20,000', () => {
    const byCommune = new Map<string, Set<string>>();
    for (const { communeCode, naf } of establishments) {
      byCommune.set(communeCode, (byCommune.get(communeCode) ?? new Set()).add(naf));
    }
    const cities = new Set(['75056', '69123', '13055']);
    for (const [code, name, , , , , population] of inputs.geography.communes.rows) {
      if (population < 20_000 || cities.has(code) || /^98[4-9]/.test(code)) continue;
      const present = byCommune.get(code) ?? new Set();
      const wanted = ['1071C', '4711D', '5610A', '4399C', '8810A', '8121Z', '6920Z', '8520Z', '8411Z'];
      expect(
        wanted.filter((naf) => !present.has(naf)),
        name,
      ).toEqual([]);
    }
  });

  it('are small for the most part, with a few of which the staff is none or unknown', () => {
    expect(share(({ headcountBand }) => ['01', '02', '03'].includes(headcountBand))).toBeGreaterThan(0.55);
    expect(share(({ headcountBand }) => headcountBand === '00')).toBeGreaterThan(0.03);
    expect(share(({ headcountBand }) => headcountBand === '00')).toBeLessThan(0.05);
    expect(share(({ headcountBand }) => headcountBand === 'NN')).toBeGreaterThan(0.02);
    expect(share(({ headcountBand }) => headcountBand === 'NN')).toBeLessThan(0.04);
  });

  it('show every group, and the reasons for being counted but not ranked', () => {
    expect(share(({ group }) => group === 'public')).toBeGreaterThan(0.05);
    expect(share(({ group }) => group === 'public')).toBeLessThan(0.15);
    expect(share(({ group }) => group === 'agency')).toBeGreaterThan(0.002);
    expect(share(({ isDiffusible }) => !isDiffusible)).toBeGreaterThan(0.01);
    expect(share(({ isDiffusible }) => !isDiffusible)).toBeLessThan(0.03);
    const reasons = new Set(establishments.map(({ unranked }) => unranked));
    for (const reason of ['no-staff', 'unknown-staff', 'non-diffusible', 'co-ownership', 'property-shell'] as const) {
      expect(reasons.has(reason), reason).toBe(true);
    }
    expect(share(({ unranked }) => unranked === null)).toBeGreaterThan(0.85);
  });

  it('have hires counted for about one in four', () => {
    const counted = share(({ yearlyHires }) => yearlyHires !== null);
    expect(counted).toBeGreaterThan(0.2);
    expect(counted).toBeLessThan(0.3);
    for (const { yearlyHires } of establishments)
      expect(yearlyHires === null || Number.isInteger(yearlyHires)).toBe(true);
  });

  it('have names in normal case, complete, of no known brand and without the words we never say', () => {
    for (const { legalName, sign } of establishments) {
      for (const name of [legalName, sign]) {
        if (name === null || name === '[ND]') continue;
        expect(name).not.toMatch(/[{}]|undefined|\s{2}/);
        expect(normalCase(name)).toBe(name);
      }
    }
    const communes = new Map(inputs.geography.communes.rows.map(([code, name]) => [code, fold(name)]));
    // Saint-Gobain and Château-Renault are communes first: a brand counts in the words around the commune's name.
    const said = new Set(
      establishments.flatMap(({ legalName, sign, communeCode }) =>
        [legalName, sign ?? ''].map((name) => ` ${fold(name)} `.replace(` ${communes.get(communeCode)} `, ' ')),
      ),
    );
    const forbidden = [...BRANDS, ...NEVER_SAID].map((word) => ` ${fold(word)} `);
    const found = [...said].filter((name) => forbidden.some((word) => name.includes(word)));
    expect(found).toEqual([]);
  });

  it('are made within a second and a half', () => {
    const start = performance.now();
    all(3, TODAY);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe('the hires of sectors', () => {
  it('are whole, positive, one line for an occupation in a sector', () => {
    const pairs = [...generateDemonstration({ ...inputs, seed: 1, today: TODAY }).hirePairs];
    expect(new Set(pairs.map(({ rome, naf }) => rome + naf)).size).toBe(pairs.length);
    for (const { hires } of pairs) expect(Number.isInteger(hires) && hires > 0).toBe(true);
  });
});

describe('the sources', () => {
  it('count the records that are really there', () => {
    const records = generateDemonstration({ ...inputs, seed: 1, today: TODAY });
    const kept = new Map(demonstrationSources(inputs).map((source) => [source.source, source.kept]));
    expect(kept.get('places')).toBe([...records.places].length);
    expect(kept.get('rome-naf-hires')).toBe([...records.hirePairs].length);
    expect(kept.get('rome-titles')).toBe([...records.titles].length);
    expect(kept.get('contact-modes')).toBe([...records.contactModes].length);
    expect(kept.get('tension')).toBe([...records.tension].length);
    expect(kept.get('establishments')).toBe(establishments.length);
  });

  it('are all told, and say what is generated and what is real', () => {
    const sources = demonstrationSources(inputs);
    expect(sources.map(({ source }) => source).sort()).toEqual(
      SOURCE_NAMES.filter((name) => name !== 'hires-forecast').sort(),
    );
    for (const source of sources) manifestSourceSchema.parse(source);
    const of = (name: string): string => JSON.stringify(sources.find(({ source }) => source === name));
    expect(of('establishments')).toContain('Démonstration, données générées');
    expect(of('rome-naf-hires')).toContain('Démonstration, données générées');
    expect(of('places')).toContain('CC BY 4.0');
  });
});
