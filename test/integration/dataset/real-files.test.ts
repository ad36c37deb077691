import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLabonneboite, makeReadingCore, type ReadingCore } from '../../../src/main/composition-root.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';
import type { CallOutput } from '../../../src/shared/contract/index.ts';
import type { ImportReport } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { distanceMetres } from '../../../src/shared/kernel/geo.ts';
import { importInto, TEST_NOW } from '../../support/fixture-release.ts';
import { BUILT_RESOURCES, lacksSharedData, RESOURCES, SHARED } from '../../support/project.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

/** The public files as published stay outside the project: only counts of them are written here. */
if (lacksSharedData) console.log('skipped: no shared data');

const DATA = join(SHARED, 'data');
const MOST_MS = 20_000;

type Page = CallOutput<'suggestion.employers'>;

describe.skipIf(lacksSharedData)('the published files, imported', () => {
  let root: TempFolder;
  let report: ImportReport;
  let core: ReadingCore;

  beforeAll(async () => {
    root = tempFolder('real');
    ({ report } = await importInto(root.path, { from: DATA }));
    core = makeReadingCore(root.path, silentLog);
  }, 2 * MOST_MS);
  afterAll(() => {
    core.close();
    root.cleanup();
  });

  const ask = async (rome: string, group: Page['rows'][number]['group'] = 'private'): Promise<Page> => {
    const place = { communeCode: '57463', radiusKm: 30, group, sections: [], sizes: [] };
    const query = { romes: [rome], ...place, order: 'plain', seed: '', offset: 0, limit: 20 };
    const envelope = await core.call('suggestion.employers', query, { role: 'guest' });
    if (!envelope.ok) throw new Error(envelope.error.message);
    return envelope.data as Page;
  };

  it('are read whole, in less than twenty seconds', () => {
    const read = Object.fromEntries(report.sources.map((source) => [source.source, source.read]));
    expect(read).toMatchObject({
      'rome-occupations': 531,
      'rome-titles': 10_990,
      'rome-mobility': 4_218,
      'rome-naf-hires': 11_210,
      places: 39_201,
      establishments: 3_259,
    });
    for (const { source, read: rows, kept, refused } of report.sources) expect(rows, source).toBe(kept + refused);
    expect(report.ms).toBeLessThan(MOST_MS);
  });

  it('make a release where each establishment is ranked, or counted with its reason', () => {
    const { counts } = core.manifest;
    expect(counts.establishments).toBe(3_259);
    expect(Object.values(counts.unranked).reduce((sum, count) => sum + count, counts.ranked)).toBe(3_259);
    expect(counts.occupations).toBe(532);
    // 36,013 communes, and the whole cities of Paris, Lyon and Marseille.
    expect(counts.communes).toBe(36_016);
  });

  describe.each(['D1106', 'G1602', 'K1304', 'M1607', 'F1703'])('the first twenty for %s around Metz', (rome) => {
    let page: Page;
    beforeAll(async () => {
      page = await ask(rome);
      expect(page.rows).toHaveLength(20);
    });

    it('are inside the radius, at a position that somebody gives', async () => {
      const metz = await core.call('place.get', { communeCode: '57463' }, { role: 'guest' });
      if (!metz.ok) throw new Error(metz.error.message);
      for (const { lat, lon, distanceKm } of page.rows) {
        expect(distanceKm).toBeLessThanOrEqual(30);
        expect(distanceMetres(metz.data as CallOutput<'place.get'>, { lat, lon })).toBeLessThanOrEqual(30_000);
        expect([lat, lon]).not.toEqual([0, 0]);
      }
    });

    it('have staff and a sector, and none is a co-ownership or a public body', () => {
      for (const { headcountBand, naf, siret, group } of page.rows) {
        expect(group).toBe('private');
        expect(['00', 'NN']).not.toContain(headcountBand);
        expect(['0000Z', '8110Z']).not.toContain(naf);
        expect(naf).not.toMatch(/^84/);
        expect(siret).not.toMatch(/^[12]/);
      }
    });

    it('are twenty doors: none is behind the door of another one', async () => {
      const sirets = new Set(page.rows.map(({ siret }) => siret));
      for (const siret of sirets) {
        const employer = await core.call('employer.get', { siret }, { role: 'guest' });
        if (!employer.ok) throw new Error(employer.error.message);
        const { sameDoor } = employer.data as CallOutput<'employer.get'>;
        for (const other of sameDoor) expect(sirets).not.toContain(other.siret);
      }
    });

    it('have apart the public employers, without a tax office, and without a barracks', async () => {
      const { rows } = await ask(rome, 'public');
      for (const { naf, siret } of rows) {
        expect(naf).not.toBe('8422Z');
        if (naf === '8411Z') expect(siret).not.toMatch(/^1/);
      }
    });

    it('are, for fifteen at least, in the sectors that make eight tenths of the hires of the occupation', () => {
      const sectors = sectorsThatMake(0.8, rome);
      expect(page.rows.filter(({ naf }) => sectors.has(naf)).length).toBeGreaterThanOrEqual(15);
    });

    it('have factors that add up to their score', () => {
      for (const { factors, score } of page.rows) {
        expect(factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
      }
    });

    it('are the same bytes when asked again, on a release opened again', async () => {
      const again = makeReadingCore(root.path, silentLog);
      const first = core;
      core = again;
      const other = await ask(rome);
      core = first;
      again.close();
      expect(JSON.stringify(other)).toBe(JSON.stringify(page));
    });
  });

  it('give the answers of the reference, or others that are argued for', async () => {
    const file = join(SHARED, 'vectors/labonneboite.json');
    const result = await checkLabonneboite({
      file,
      data: { dataset: root.path },
      resourcesDir: RESOURCES,
      builtResourcesDir: BUILT_RESOURCES,
      now: TEST_NOW,
      signal: new AbortController().signal,
    });
    const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly {
      readonly id: string;
      readonly function: string;
    }[];
    const [argued, skipped] = [result.argued, result.skipped].map((list) => new Set(list.map(({ id }) => id)));
    const counts: Record<string, [agreed: number, argued: number, skipped: number]> = {};
    for (const { id, function: name } of rows) {
      const count = (counts[name.split(';')[0] ?? name] ??= [0, 0, 0]);
      count[argued?.has(id) ? 1 : skipped?.has(id) ? 2 : 0] += 1;
    }
    expect(result.failed).toEqual([]);
    // Agreed, argued, skipped.
    expect(counts).toEqual({
      'get_city_by_zipcode -> commune_id': [1, 0, 0],
      get_contact_mode_for_rome_and_office: [3, 0, 1],
      get_department_from_zipcode: [2, 0, 0],
      get_score_from_hirings: [0, 4, 0],
      get_score_minimum_for_rome: [0, 2, 0],
      headcount_text: [1, 0, 0],
      'naf in map_romes_to_nafs([rome])': [7, 0, 0],
      'rows kept': [4, 1, 0],
      search: [8, 4, 9],
      'search count': [2, 0, 0],
      'share of effective hirings captured by top N% of offices ranked by prediction': [0, 0, 1],
    });
  });
});

/** Read here from the raw pairs, without our reader: largest sectors first, until that share of the hires is reached. */
function sectorsThatMake(share: number, rome: string): ReadonlySet<string> {
  const [header = '', ...lines] = readFileSync(join(DATA, 'employers/rome_naf_mapping.raw.csv'), 'utf8')
    .trim()
    .split('\n');
  expect(header.trim()).toBe('rome_id,rome_label,naf_id,naf_label,hirings');
  const hires = new Map<string, number>();
  for (const line of lines) {
    // Labels may hold commas; codes do not: the sector is the only class of four digits and a letter.
    const naf = /,(\d{4}[A-Z]),/.exec(line)?.[1];
    const count = Number(/,(\d+)\s*$/.exec(line)?.[1]);
    if (line.startsWith(`${rome},`) && naf !== undefined) hires.set(naf, (hires.get(naf) ?? 0) + count);
  }
  const total = [...hires.values()].reduce((sum, count) => sum + count, 0);
  const largest = [...hires].sort(([, a], [, b]) => b - a);
  const kept = new Set<string>();
  let reached = 0;
  for (const [naf, count] of largest) {
    if (reached >= share * total) break;
    kept.add(naf);
    reached += count;
  }
  return kept;
}
