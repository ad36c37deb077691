import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../../src/shared/contract/index.ts';
import { distanceMetres } from '../../../src/shared/kernel/geo.ts';
import { aCore, fixtureCore, placeRelease, type FixtureCore } from '../../support/core.ts';
import { changedFixture } from '../../support/fixture-folder.ts';
import { importInto } from '../../support/fixture-release.ts';
import { tempFolder } from '../../support/temp-folder.ts';

type Query = CallInput<'suggestion.employers'>;
type Page = CallOutput<'suggestion.employers'>;

const METZ = { lat: 49.1108, lon: 6.1769 };
const ROMES = [
  ...['D1101', 'D1102', 'D1106', 'D1505', 'F1702', 'F1703', 'F1704', 'G1602', 'G1603', 'G1803', 'K1302', 'K1304'],
  ...['K2204', 'M1601', 'M1604', 'M1607', 'N1103', 'L1510'],
];

let core: FixtureCore;

const aQuery = (differences: Partial<Query> = {}): Query => ({
  romes: ['D1106'],
  communeCode: '57463',
  radiusKm: 30,
  group: 'private',
  sections: [],
  sizes: [],
  order: 'plain',
  seed: '',
  offset: 0,
  limit: 100,
  ...differences,
});
const page = (differences: Partial<Query> = {}): Promise<Page> => core.ask('suggestion.employers', aQuery(differences));
const withoutPage = ({
  order: _o,
  seed: _s,
  offset: _f,
  limit: _l,
  ...question
}: Query): CallInput<'suggestion.widen'> => question;

beforeAll(async () => {
  core = await fixtureCore('employers');
});
afterAll(() => core.cleanup());

describe('a page of employers', () => {
  it('holds employers inside the radius, in order, whose factors add up to their score', async () => {
    for (const rome of ROMES) {
      const { rows, eligible } = await page({ romes: [rome] });
      expect(rows.length).toBe(Math.min(eligible, 100));
      rows.forEach((row, index) => {
        expect(row.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(row.score);
        expect(row.distanceKm).toBeLessThanOrEqual(30);
        expect(Math.abs(distanceMetres(METZ, row) - row.distanceKm * 1000)).toBeLessThanOrEqual(1);
        const before = rows[index - 1];
        if (before !== undefined) expect(before.score).toBeGreaterThanOrEqual(row.score);
      });
    }
  });

  it('finds bakeries for a seller of food, and gives what an advisor needs of the first', async () => {
    const { rows, eligible, engineVersion, datasetVersion } = await page();
    expect([engineVersion, datasetVersion.startsWith('r-')]).toEqual(['employers.v2', true]);
    expect(eligible).toBeGreaterThan(10);
    // Food: made, sold wholesale, sold in shops.
    for (const { naf } of rows.slice(0, 10)) expect(naf).toMatch(/^(10|46|47)/);
    expect(rows.find(({ siret }) => siret === '30000791900013')).toMatchObject({
      name: 'Boulangerie des Trois Epis',
      sectorLabel: 'Boulangeries avec fournil',
      communeName: 'Metz',
      headcountBand: '02',
      potential: { basis: 'counts' },
      contact: { mode: 'in-person', basis: 'sector-and-occupation' },
    });
  });

  it('never lists who is not ranked, in any group, at any distance', async () => {
    const listed = new Set<string>();
    for (const rome of ROMES) {
      for (const group of ['private', 'public', 'agency'] as const) {
        const { rows } = await page({ romes: [rome], group, radiusKm: 200 });
        for (const row of rows) {
          expect(row.group).toBe(group);
          listed.add(row.siret);
        }
      }
    }
    expect(listed.size).toBeGreaterThan(80);
    for (const siret of listed) {
      const employer = await core.ask('employer.get', { siret });
      expect([siret, employer.unranked, employer.positionBasis === 'none']).toEqual([siret, null, false]);
    }
  });

  it('counts the same employers in each group as a list of that group', async () => {
    const { groups } = await page({ romes: ['M1607'], radiusKm: 100 });
    for (const group of ['private', 'public', 'agency'] as const) {
      const { eligible, groups: others } = await page({ romes: ['M1607'], radiusKm: 100, group });
      expect(eligible).toBe(groups[group]);
      expect(others).toEqual(groups);
    }
    expect(Math.min(...Object.values(groups))).toBeGreaterThan(0);
  });

  it('lists a legal unit once, with the number of its other sites that match', async () => {
    const { rows } = await page({ romes: ['D1505'], radiusKm: 50 });
    const sirens = rows.map(({ siret }) => siret.slice(0, 9));
    expect(new Set(sirens).size).toBe(sirens.length);
    expect(rows.find(({ siret }) => siret.startsWith('700118785'))).toMatchObject({ otherSites: 2 });
    expect(rows.find(({ siret }) => siret.startsWith('500126704'))).toMatchObject({ otherSites: 1 });
    const { rows: nearby } = await page({ romes: ['D1505'], radiusKm: 4 });
    expect(nearby.find(({ siret }) => siret.startsWith('700118785'))).toMatchObject({ otherSites: 2 - 1 });
  });

  it('shows a sole trader by the sign on the door, and nobody who opposed diffusion', async () => {
    const all = JSON.stringify([
      await page({ radiusKm: 200 }),
      await page({ romes: ['F1703'] }),
      await page({ romes: ['M1607'] }),
    ]);
    expect(all).toContain('Au Coin des Gourmands');
    expect(all).not.toMatch(/verniquet/i);
    expect(all).not.toContain('50090276600013');
    expect(all).not.toContain('70091068500013');
  });

  it('is cut in pages that together are the whole list', async () => {
    const whole = await page({ romes: ['G1602'] });
    const pieces: Page['rows'][number][] = [];
    for (let offset = 0; offset < whole.eligible; offset += 7) {
      pieces.push(...(await page({ romes: ['G1602'], offset, limit: 7 })).rows);
    }
    expect(pieces).toEqual(whole.rows);
    expect((await page({ romes: ['G1602'], offset: whole.eligible })).rows).toEqual([]);
  });

  it('tells beside each filter how long the list is with that filter alone', async () => {
    const { facets } = await page({ romes: ['K2204', 'M1607'] });
    expect(facets.sections.length).toBeGreaterThan(3);
    for (const { section, count } of facets.sections) {
      expect((await page({ romes: ['K2204', 'M1607'], sections: [section] })).eligible).toBe(count);
    }
    for (const { size, count } of facets.sizes) {
      expect((await page({ romes: ['K2204', 'M1607'], sizes: [size] })).eligible).toBe(count);
    }
  });

  it('is the same whatever the order in which occupations and filters were picked', async () => {
    const one = await page({ romes: ['D1106', 'G1602'], sections: ['C', 'G', 'I'], sizes: ['1-9', '10-49'] });
    const other = await page({
      romes: ['G1602', 'D1106', 'G1602'],
      sections: ['I', 'C', 'G', 'C'],
      sizes: ['10-49', '1-9'],
    });
    expect(other).toEqual(one);
    expect((await page({ romes: ['D1106'] })).inputHash).not.toBe(one.inputHash);
  });

  it('gives each employer of several occupations the better of its potentials', async () => {
    const both = await page({ romes: ['D1106', 'G1602'] });
    const singles = [...(await page({ romes: ['D1106'] })).rows, ...(await page({ romes: ['G1602'] })).rows];
    for (const { siret, potential } of both.rows) {
      const known = singles.filter((row) => row.siret === siret).map((row) => row.potential.expected ?? 0);
      expect(potential.expected ?? 0).toBe(Math.max(...known));
    }
  });

  it('says that nothing is known of a place or an establishment that no source holds', async () => {
    expect(await core.refusal('suggestion.employers', aQuery({ communeCode: '99999' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await core.refusal('employer.get', { siret: '00000000000000' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the varied order', () => {
  it('shows the same employers as the plain order, each as it is there', async () => {
    const plain = await page({ romes: ['G1602'] });
    const spread = await page({ romes: ['G1602'], order: 'spread', seed: '2026-W36' });
    expect(spread.rows.map(({ siret }) => siret)).not.toEqual(plain.rows.map(({ siret }) => siret));
    const ranked = [...spread.rows].sort((a, b) => b.score - a.score || Number(a.siret) - Number(b.siret));
    expect(ranked).toEqual(plain.rows);
    expect({ ...spread, rows: [], inputHash: '' }).toEqual({ ...plain, rows: [], inputHash: '' });
  });

  it('is the same for the same seed and another for the next week', async () => {
    const order = async (seed: string): Promise<string> =>
      (await page({ romes: ['G1602'], order: 'spread', seed })).rows.map(({ siret }) => siret).join();
    expect(await order('2026-W36')).toBe(await order('2026-W36'));
    expect(await order('2026-W37')).not.toBe(await order('2026-W36'));
  });
});

describe('the explanation of a row', () => {
  it('gives the figures of the row, which add up, and counts what a wider radius brings', async () => {
    let offered = 0;
    for (const [rome, radiusKm] of [
      ['D1106', 5],
      ['F1703', 10],
      ['K1304', 20],
      ['M1607', 15],
    ] as const) {
      const query = aQuery({ romes: [rome], radiusKm });
      const { rows, eligible } = await core.ask('suggestion.employers', query);
      for (const [index, row] of rows.slice(0, 4).entries()) {
        const explanation = await core.ask('suggestion.explain', { ...withoutPage(query), siret: row.siret });
        expect(explanation.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(explanation.score);
        expect(explanation).toMatchObject({ siret: row.siret, rank: index + 1, eligible, score: row.score });
        expect(explanation.factors).toEqual(row.factors);
        expect(explanation.potential).toEqual(row.potential);
        expect(explanation.facts).toMatchObject({ rome, distanceKm: row.distanceKm, placeName: 'Metz' });
        offered += explanation.changes.length;
        for (const { radiusKm: wider, more } of explanation.changes) {
          expect(wider).toBeGreaterThan(radiusKm);
          expect((await page({ romes: [rome], radiusKm: wider })).eligible - eligible).toBe(more);
        }
      }
    }
    expect(offered).toBeGreaterThan(10);
  });

  it('says that a sector with few hires was mixed with its division', async () => {
    const { facts } = await core.ask('suggestion.explain', {
      ...withoutPage(aQuery({ romes: ['M1607'] })),
      siret: '50074438600013',
    });
    expect(facts).toMatchObject({ isShrunk: true, sectorHires: 33 });
  });

  it('is refused for an employer that is not in the list', async () => {
    const question = withoutPage(aQuery({ radiusKm: 1 }));
    expect(await core.refusal('suggestion.explain', { ...question, siret: '80006335200013' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('widening a list', () => {
  it('counts what wider radii and neighbouring occupations would bring, each as the list itself would', async () => {
    for (const rome of ['D1106', 'G1602', 'K1304', 'F1702']) {
      const query = aQuery({ romes: [rome], radiusKm: 5 });
      const { eligible } = await core.ask('suggestion.employers', query);
      const { radii, neighbours } = await core.ask('suggestion.widen', withoutPage(query));
      for (const { radiusKm, more } of radii) {
        expect((await page({ romes: [rome], radiusKm })).eligible - eligible).toBe(more);
      }
      for (const { rome: neighbour, count } of neighbours) {
        expect((await page({ romes: [neighbour], radiusKm: 5 })).eligible).toBe(count);
      }
      const rank = ({ kind, count }: (typeof neighbours)[number]): number => (kind === 'close' ? 0 : 1e6) - count;
      expect(neighbours.map(rank)).toEqual(neighbours.map(rank).sort((a, b) => a - b));
    }
  });

  it('offers no occupation that is already searched, nor one twice', async () => {
    const { neighbours } = await core.ask('suggestion.widen', withoutPage(aQuery({ romes: ['D1106', 'D1505'] })));
    const romes = neighbours.map(({ rome }) => rome);
    expect(romes).not.toContain('D1505');
    expect(romes).not.toContain('D1106');
    expect(new Set(romes).size).toBe(romes.length);
  });
});

describe('the points of the map', () => {
  it.each(['plain', 'spread'] as const)('are those of the list, in the order of its rows (%s)', async (order) => {
    const query = aQuery({ romes: ['G1602'], sizes: ['1-9'], order, seed: 'a person, a week' });
    const { rows, eligible } = await core.ask('suggestion.employers', query);
    const points = await core.ask('suggestion.points', { ...withoutPage(query), order, seed: query.seed });
    expect(points).toEqual({
      eligible,
      sirets: rows.map(({ siret }) => siret),
      lats: rows.map(({ lat }) => lat),
      lons: rows.map(({ lon }) => lon),
      levels: rows.map(({ potential }) => potential.level),
    });
  });
});

describe('the order in which occupations were picked', () => {
  it('changes nothing, hash and list alike, even between two that a sector hires equally', async () => {
    // Serving is hired where cooking is, as much.
    const { path: files, cleanup } = changedFixture({
      'rome_naf.raw.csv': (text) => {
        const lines = text.trimEnd().split('\n');
        const cooks = lines.filter((line) => line.startsWith('G1602'));
        return [
          ...lines.filter((line) => !line.startsWith('G1803')),
          ...cooks.map((line) => line.replace('G1602', 'G1803')),
        ]
          .join('\n')
          .concat('\n');
      },
    });
    const root = tempFolder('picked');
    await importInto(root.path, { from: files });
    const pages = [];
    for (const romes of [
      ['G1602', 'G1803'],
      ['G1803', 'G1602'],
    ]) {
      const dataDir = tempFolder('picked-data');
      placeRelease(dataDir.path, 'demonstration', root.path);
      // A core of its own: the answer of the other order is not kept in it.
      const own = aCore(dataDir.path);
      await own.prepare();
      const answer = await own.ask('suggestion.employers', aQuery({ romes }));
      const [first] = answer.rows;
      const { siret } = first as Page['rows'][number];
      pages.push([answer, await own.ask('suggestion.explain', { ...withoutPage(aQuery({ romes })), siret })]);
      own.close();
      dataDir.cleanup();
    }
    expect(pages[1]).toEqual(pages[0]);
    root.cleanup();
    cleanup();
  });
});
