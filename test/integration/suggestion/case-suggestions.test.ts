import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease, type Release } from '../../../src/main/dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../../../src/main/employer/employer.use-cases.ts';
import { makeOccupationUseCases } from '../../../src/main/occupation/occupation.use-cases.ts';
import { makePlaceUseCases } from '../../../src/main/place/place.use-cases.ts';
import {
  makeSuggestionUseCases,
  NOBODY_LEFT_OUT,
  type LeftOut,
  type SuggestionUseCases,
} from '../../../src/main/suggestion/suggestion.use-cases.ts';
import { listedPageSchema, type ListedPageQuery } from '../../../src/shared/domain/suggestion/listed.schema.ts';
import {
  listedSnapshotSchema,
  snapshotSchema,
  suggestionSnapshotSchema,
} from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import {
  employerPageSchema,
  type EmployerPageQuery,
  type EmployerQuery,
} from '../../../src/shared/domain/suggestion/suggestion.schema.ts';
import { AppError } from '../../../src/shared/kernel/app-error.ts';
import { compareText, fold } from '../../../src/shared/kernel/text.ts';
import { ENGINES } from '../../../src/shared/scoring/engines.ts';
import { replaySnapshot } from '../../../src/shared/scoring/replay.ts';
import { fixtureRelease, TEST_NOW, type FixtureRelease } from '../../support/fixture-release.ts';

const NOBODY = { setAside: [] };
/** Three sites of one cooperative that match a search for cashiers around Metz. */
const CHAIN = ['70011878500013', '70011878500026', '70011878500039'] as const;

let fixture: FixtureRelease;
let release: Release;
let hidden: LeftOut = NOBODY_LEFT_OUT;
let suggestions: SuggestionUseCases;

const aQuestion = (differences: Partial<EmployerQuery> = {}): EmployerQuery => ({
  romes: ['D1505'],
  communeCode: '57463',
  radiusKm: 50,
  group: 'private',
  sections: [],
  sizes: [],
  ...differences,
});
const aQuery = (differences: Partial<EmployerPageQuery> = {}): EmployerPageQuery => ({
  ...aQuestion(),
  order: 'plain',
  seed: '',
  offset: 0,
  limit: 100,
  ...differences,
});
const aListedQuery = (differences: Partial<ListedPageQuery> = {}): ListedPageQuery => ({
  ...aQuestion(),
  by: 'distance',
  offset: 0,
  limit: 100,
  ...differences,
});

function whileHidden<T>(sites: readonly string[], act: () => T): T {
  hidden = { ...NOBODY_LEFT_OUT, sites };
  try {
    return act();
  } finally {
    hidden = NOBODY_LEFT_OUT;
  }
}

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

beforeAll(async () => {
  fixture = await fixtureRelease();
  release = openCurrentRelease(fixture.root);
  const current = (): Release => release;
  suggestions = makeSuggestionUseCases(current, {
    employers: makeEmployerUseCases(current),
    occupations: makeOccupationUseCases(current),
    places: makePlaceUseCases(current),
    ...{ leftOut: () => hidden, contactsHere: () => [] },
  });
});
afterAll(() => {
  release.close();
  fixture.cleanup();
});

describe('a site that is hidden on this workstation', () => {
  it('gives its place to another site of the same employer, in every list of everybody', () => {
    const before = suggestions.employers(aQuery());
    const best = before.rows.find(({ siret }) => siret.startsWith('700118785'))!;
    whileHidden([best.siret], () => {
      const after = suggestions.employers(aQuery());
      expect(after.eligible).toBe(before.eligible);
      expect(after.inputHash).not.toBe(before.inputHash);
      const other = after.rows.find(({ siret }) => siret.startsWith('700118785'))!;
      expect(other.siret).not.toBe(best.siret);
      expect(other.otherSites).toBe(best.otherSites - 1);
      expect(suggestions.forCase.suggestedPage(aQuery(), NOBODY)).toEqual(after);
    });
    expect(suggestions.employers(aQuery())).toEqual(before);
  });

  it('is in no list, count, explanation, widening and map when it was the only one', () => {
    const before = suggestions.employers(aQuery());
    whileHidden(CHAIN, () => {
      const after = suggestions.employers(aQuery());
      expect(after.eligible).toBe(before.eligible - 1);
      expect(after.groups.private).toBe(before.groups.private - 1);
      expect(JSON.stringify(after)).not.toContain('700118785');
      expect(JSON.stringify(suggestions.points({ ...aQuestion(), order: 'plain', seed: '' }))).not.toContain(
        '700118785',
      );
      for (const siret of CHAIN) expect(codeOf(() => suggestions.explain(aQuestion(), siret))).toBe('NOT_FOUND');
      const near = aQuestion({ radiusKm: 1 });
      const { eligible } = suggestions.employers(aQuery(near));
      const [first] = suggestions.employers(aQuery(near)).rows;
      for (const { radiusKm, more } of [
        ...suggestions.widen(near).radii,
        ...(first === undefined ? [] : suggestions.explain(near, first.siret).changes),
      ]) {
        expect(suggestions.employers(aQuery({ radiusKm })).eligible - eligible).toBe(more);
      }
      for (const { rome, count } of suggestions.widen(aQuestion()).neighbours) {
        expect(suggestions.employers(aQuery({ romes: [rome] })).eligible).toBe(count);
      }
      expect(JSON.stringify(suggestions.forCase.listedPage(aListedQuery(), NOBODY))).not.toContain('700118785');
    });
  });
});

describe('an employer that a case file set aside', () => {
  it('does not come back by any of its sites, and is counted nowhere', () => {
    const before = suggestions.employers(aQuery());
    for (const siret of CHAIN) {
      const page = suggestions.forCase.suggestedPage(aQuery(), { setAside: [siret] });
      expect(employerPageSchema.parse(page)).toEqual(page);
      expect(page.eligible).toBe(before.eligible - 1);
      expect(page.rows.map((row) => row.siret)).toEqual(
        before.rows.map((row) => row.siret).filter((other) => !other.startsWith('700118785')),
      );
    }
  });

  it('is still in the lists of everybody else', () => {
    const before = suggestions.employers(aQuery());
    suggestions.forCase.suggestedPage(aQuery(), { setAside: CHAIN });
    expect(suggestions.employers(aQuery())).toEqual(before);
    expect(suggestions.forCase.suggestedPage(aQuery(), NOBODY)).toEqual(before);
  });

  it('gives one hash whatever the site and the order, and another one than a list with everybody', () => {
    const others = suggestions.employers(aQuery()).rows.filter(({ siret }) => !siret.startsWith('700118785'));
    const other = others[0]!.siret;
    const hash = (...setAside: string[]): string => suggestions.forCase.suggestedPage(aQuery(), { setAside }).inputHash;
    expect(hash(CHAIN[0], other)).toBe(hash(other, CHAIN[2], other));
    expect(new Set([hash(), hash(CHAIN[0]), hash(other), hash(CHAIN[0], other)]).size).toBe(4);
    expect(hash()).toBe(suggestions.employers(aQuery()).inputHash);
  });

  it('is not explained, and the ranks of an explanation are those of the list without it', () => {
    const [first, second] = suggestions.employers(aQuery()).rows;
    const exclusions = { setAside: [first!.siret] };
    expect(suggestions.forCase.explain(aQuestion(), exclusions, second!.siret)).toMatchObject({ rank: 1 });
    expect(codeOf(() => suggestions.forCase.explain(aQuestion(), exclusions, first!.siret))).toBe('NOT_FOUND');
  });
});

describe('a list without computing', () => {
  it('holds the employers of the suggestion with the same counts, the nearest first, and no figure of the engine', () => {
    for (const rome of ['D1505', 'M1607', 'G1602']) {
      const suggested = suggestions.employers(aQuery({ romes: [rome] }));
      const page = suggestions.forCase.listedPage(aListedQuery({ romes: [rome] }), NOBODY);
      expect(listedPageSchema.parse(page)).toEqual(page);
      expect(page.rows.length).toBeGreaterThan(4);
      expect([page.datasetVersion, page.eligible, page.groups, page.facets]).toEqual([
        ...[suggested.datasetVersion, suggested.eligible, suggested.groups, suggested.facets],
      ]);
      const sirens = (rows: readonly { readonly siret: string }[]): readonly string[] =>
        rows.map(({ siret }) => siret.slice(0, 9)).sort();
      expect(sirens(page.rows)).toEqual(sirens(suggested.rows));
      page.rows.forEach(({ distanceKm, siret }, index) => {
        const before = page.rows[index - 1];
        if (before === undefined) return;
        expect(distanceKm > before.distanceKm || (distanceKm === before.distanceKm && siret > before.siret)).toBe(true);
      });
      expect(JSON.stringify(page)).not.toMatch(/score|factors|contribution|potential|rank|expected|engine|hash/i);
    }
  });

  it('is ordered by the name on the door, without accents or case, in pages that are the whole list', () => {
    const whole = suggestions.forCase.listedPage(aListedQuery({ by: 'name' }), NOBODY);
    const ordered = [...whole.rows].sort(
      (a, b) => compareText(fold(a.name), fold(b.name)) || compareText(a.siret, b.siret),
    );
    expect(whole.rows).toEqual(ordered);
    const pieces = [];
    for (let offset = 0; offset < whole.eligible; offset += 7) {
      pieces.push(...suggestions.forCase.listedPage(aListedQuery({ by: 'name', offset, limit: 7 }), NOBODY).rows);
    }
    expect(pieces).toEqual(whole.rows);
    const byDistance = suggestions.forCase.listedPage(aListedQuery(), NOBODY).rows;
    expect(byDistance).not.toEqual(whole.rows);
    expect([...byDistance].sort((a, b) => compareText(a.siret, b.siret))).toEqual(
      [...whole.rows].sort((a, b) => compareText(a.siret, b.siret)),
    );
  });

  it('leaves out who was set aside', () => {
    const whole = suggestions.forCase.listedPage(aListedQuery(), NOBODY);
    const page = suggestions.forCase.listedPage(aListedQuery(), { setAside: [CHAIN[1]] });
    expect(page.eligible).toBe(whole.eligible - 1);
    expect(page.rows).toEqual(whole.rows.filter(({ siret }) => !siret.startsWith('700118785')));
  });
});

describe('what a decision keeps', () => {
  it('is the row as it was shown, small, and computed again to the same figures in both orders', () => {
    let kept = 0;
    for (const rome of ['D1505', 'D1106', 'G1602', 'M1607']) {
      for (const order of ['plain', 'spread'] as const) {
        const query = aQuery({ romes: [rome], order, seed: '2026-W36', radiusKm: 30 });
        const exclusions = { setAside: [CHAIN[0]] };
        const page = suggestions.forCase.suggestedPage(query, exclusions);
        const plain = suggestions.forCase.suggestedPage({ ...query, order: 'plain' }, exclusions);
        page.rows.forEach((row, index) => {
          const snapshot = suggestions.forCase.snapshotOf(query, exclusions, row.siret, TEST_NOW);
          const read = snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)));
          expect(read).toEqual(snapshot);
          expect(JSON.stringify(snapshot).length).toBeLessThan(6_000);
          expect(snapshot).toMatchObject({
            kind: 'suggested',
            engineVersion: page.engineVersion,
            datasetVersion: page.datasetVersion,
            inputHash: page.inputHash,
            query: { romes: [rome], radiusKm: 30 },
            seed: order === 'plain' ? '' : '2026-W36',
            position: index + 1,
            rank: plain.rows.findIndex(({ siret }) => siret === row.siret) + 1,
            eligible: page.eligible,
            score: row.score,
            potential: row.potential,
            name: row.name,
            sectorLabel: row.sectorLabel,
            communeName: row.communeName,
            distanceKm: row.distanceKm,
            shownOn: '2026-09-01T09:30:00.000Z',
            centre: { lat: 49.1108, lon: 6.1769 },
          });
          expect(snapshot.factors).toEqual(row.factors.map(({ name, contribution }) => ({ name, contribution })));
          const shownBeside = [index - 2, index - 1, index + 1, index + 2].flatMap((at) => page.rows[at]?.siret ?? []);
          expect(snapshot.neighbours.map(({ siret }) => siret)).toEqual(expect.arrayContaining(shownBeside));
          expect(replaySnapshot(suggestionSnapshotSchema.parse(read), ENGINES)).toBe('same');
          kept += 1;
        });
      }
    }
    expect(kept).toBeGreaterThan(60);
  });

  it('holds nothing of a list without computing but the name, the place and the day', () => {
    const [row] = suggestions.forCase.listedPage(aListedQuery(), NOBODY).rows;
    const snapshot = suggestions.forCase.listedSnapshotOf(aQuestion(), NOBODY, row!.siret, TEST_NOW);
    expect(listedSnapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot).toEqual({
      kind: 'listed',
      name: row!.name,
      sectorLabel: row!.sectorLabel,
      communeName: row!.communeName,
      distanceKm: row!.distanceKm,
      shownOn: '2026-09-01T09:30:00.000Z',
      datasetVersion: release.manifest.version,
    });
  });

  it('is refused for an employer that is not in the list, or was set aside', () => {
    const exclusions = { setAside: [CHAIN[0]] };
    const siret = suggestions.employers(aQuery()).rows.find((row) => row.siret.startsWith('700118785'))!.siret;
    const nearest = suggestions.forCase
      .listedPage(aListedQuery(), NOBODY)
      .rows.find((row) => row.siret.startsWith('700118785'))!.siret;
    for (const [unknown, without] of [
      [siret, exclusions],
      ['99999999999999', NOBODY],
    ] as const) {
      expect(codeOf(() => suggestions.forCase.snapshotOf(aQuery(), without, unknown, TEST_NOW))).toBe('NOT_FOUND');
    }
    expect(codeOf(() => suggestions.forCase.listedSnapshotOf(aQuestion(), exclusions, nearest, TEST_NOW))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('the lines of given establishments', () => {
  it('are read in the order asked, whatever the lists, without those nobody knows or names that nobody may read', () => {
    // A bakery, an establishment in no list, one that opposed diffusion.
    const sirets = ['50110866000013', '99999999999999', '30000791900013', '50090276600013'];
    const lines = whileHidden(sirets, () => suggestions.forCase.lines(sirets));
    expect(lines.map(({ siret }) => siret)).toEqual(['50110866000013', '30000791900013', '50090276600013']);
    expect(lines[1]).toEqual({
      siret: '30000791900013',
      name: 'Boulangerie des Trois Epis',
      naf: '1071C',
      sectorLabel: 'Boulangeries avec fournil',
      communeCode: '57463',
      communeName: 'Metz',
    });
    expect(lines[2]).toMatchObject({ name: 'Avocats, notaires et huissiers' });
    expect(suggestions.forCase.lines([])).toEqual([]);
  });
});
