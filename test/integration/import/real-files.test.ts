import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_REFUSALS, readSources, type SourcesRead } from '../../../src/main/import/read-sources.ts';
import { lacksSharedData, SHARED } from '../../support/project.ts';

/** The public files as published stay outside the project; where they are absent, nothing here can run. */
const DATA = join(SHARED, 'data');
if (lacksSharedData) console.log('skipped: no shared data');

describe.skipIf(lacksSharedData)('the published files', () => {
  let result: SourcesRead;
  beforeAll(async () => {
    result = await readSources(DATA);
  });

  it('are read whole: no row is lost', () => {
    expect(
      Object.fromEntries(result.reports.map(({ source, read, kept, refused }) => [source, [read, kept, refused]])),
    ).toEqual({
      'rome-occupations': [531, 531, 0],
      'rome-titles': [10990, 10990, 0],
      'rome-mobility': [4218, 4218, 0],
      'rome-texts': [5037, 1500, 3537],
      'naf-labels': [732, 732, 0],
      'rome-naf-hires': [11210, 11210, 0],
      'contact-modes': [1288, 1285, 3],
      tension: [701, 701, 0],
      places: [39201, 39201, 0],
      establishments: [3259, 3259, 0],
    });
  });

  it('are known byte for byte: each has its year', () => {
    expect(Object.fromEntries(result.described.map(({ source, vintage }) => [source, vintage]))).toEqual({
      'rome-occupations': 'ROME v3.47, 2021',
      'rome-titles': 'ROME v3.47, 2021',
      'rome-mobility': 'ROME v3.47, 2021',
      'rome-texts': 'ROME v3.47, 2021',
      'naf-labels': 'NAF rev. 2 (2008)',
      'rome-naf-hires': '2016-2017',
      'contact-modes': '2017',
      tension: '2020',
      places: '2019',
      establishments: 'vers 2015-2022',
    });
  });

  it('list at most a thousand refusals and count them all', () => {
    const texts = result.reports.find(({ source }) => source === 'rome-texts');
    expect([texts?.refusals.length, texts?.refused]).toEqual([MAX_REFUSALS, 3537]);
    expect(texts?.reasons).toEqual([{ code: 'not-a-definition', count: 3537 }]);
  });

  it('give one definition an occupation, without doubled apostrophes', () => {
    expect(result.records.texts).toHaveLength(532);
    expect(result.records.texts.some(({ definition }) => definition.includes("''"))).toBe(false);
    expect(result.records.titles.some(({ title }) => title.includes("''") || title.includes('  '))).toBe(false);
  });

  it('keep the occupation that has titles and no label', () => {
    const labelled = new Set(result.records.occupations.map(({ rome }) => rome));
    expect([...new Set(result.records.titles.map(({ rome }) => rome))].filter((rome) => !labelled.has(rome))).toEqual([
      'L1510',
    ]);
  });

  it('hold no control character in sector labels', () => {
    expect(result.records.sectors.filter(({ label }) => /\p{Cc}/u.test(label))).toEqual([]);
  });

  it('leave without a position the communes that have none, and the establishments at 0, 0', () => {
    expect(result.records.places.filter(({ lat }) => lat === null)).toHaveLength(269);
    expect([...result.records.establishments].filter(({ lat }) => lat === null)).toHaveLength(49);
  });

  it('put each establishment in its group, and out of lists with its reason', () => {
    const counts: Record<string, number> = {};
    for (const { group, unranked } of result.records.establishments) {
      const key = `${group} ${unranked ?? 'ranked'}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'private ranked': 2987,
      'private co-ownership': 8,
      'private property-shell': 55,
      'private unknown-sector': 1,
      'public ranked': 106,
      'public state-office': 36,
      'public employment-service': 3,
      'agency ranked': 63,
    });
  });
});
