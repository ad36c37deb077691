import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease, type Release } from '../../../src/main/dataset/release.use-cases.ts';
import { referenceUseCases } from '../../../src/main/reference-handlers.ts';
import { NOBODY_LEFT_OUT } from '../../../src/main/suggestion/suggestion.use-cases.ts';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { importInto } from '../../support/fixture-release.ts';
import { FIXTURE_FOLDER } from '../../support/project.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const QUERY: CallInput<'suggestion.employers'> = {
  ...{
    romes: ['D1106'],
    communeCode: '57463',
    radiusKm: 50,
    sections: [],
    sizes: [],
    seed: 'x',
    offset: 0,
    limit: 100,
  },
  group: 'private',
  order: 'plain',
};

let root: TempFolder;
let release: Release;
let here: readonly string[] = [];
beforeAll(async () => {
  root = tempFolder('contact-known');
  const from = join(root.path, 'files');
  cpSync(FIXTURE_FOLDER, from, { recursive: true });
  const file = join(from, 'establishments.csv');
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  // One row in three says a telephone.
  const withContacts = rows.map((row, index) => `${row.trimEnd()}${index % 3 === 0 ? ';03 99 00 00 00' : ';'};`);
  writeFileSync(file, `${[`${header.trimEnd()};telephone;courriel`, ...withContacts].join('\n')}\n`);
  await importInto(join(root.path, 'reference'), { from });
  release = openCurrentRelease(join(root.path, 'reference'));
});
afterAll(() => {
  release.close();
  root.cleanup();
});

const useCases = () =>
  referenceUseCases(
    () => release,
    () => NOBODY_LEFT_OUT,
    () => new Map(),
    () => here,
  );

describe('a list of those that somebody knows how to reach', () => {
  it('is the same list without the others, with the same figures, and counts what its filter says', () => {
    const { suggestions, employers } = useCases();
    const whole = suggestions.employers(QUERY);
    const narrowed = suggestions.employers({ ...QUERY, hasContact: true });
    const reachable = whole.rows.filter(({ siret }) => employers.get(siret).publishedContact !== null);
    expect(reachable.length).toBeGreaterThan(2);
    expect(whole.facets.withContact).toBe(narrowed.eligible);
    expect(narrowed.facets.withContact).toBe(narrowed.eligible);
    expect(narrowed.inputHash).not.toBe(whole.inputHash);
    const figures = ({ siret, score, potential }: (typeof whole.rows)[number]) => ({ siret, score, potential });
    // A site that says no telephone gives its place to another of its employer.
    expect(narrowed.rows.map(figures)).toEqual(expect.arrayContaining(reachable.map(figures)));
    for (const { siret } of narrowed.rows) expect(employers.get(siret).publishedContact).not.toBeNull();
    expect(narrowed.facets.sizes.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(narrowed.eligible);
  });

  it('has those where the agency found a contact, from then on', () => {
    const before = useCases().suggestions.employers({ ...QUERY, hasContact: true });
    const { suggestions, employers } = useCases();
    const other = suggestions
      .employers(QUERY)
      .rows.find(({ siret }) => employers.get(siret).publishedContact === null)!.siret;
    here = [other];
    const after = suggestions.employers({ ...QUERY, hasContact: true });
    expect(after.rows.map(({ siret }) => siret)).toContain(other);
    expect(after.eligible).toBe(before.eligible + 1);
    const explained = suggestions.explain({ ...QUERY, hasContact: true }, other);
    expect(explained.eligible).toBe(after.eligible);
    here = [];
  });

  it('keeps in a decision that it was narrowed, and is drawn and listed without computing as well', () => {
    const { forCase } = useCases().suggestions;
    const query = { ...QUERY, hasContact: true } as const;
    const [row] = forCase.suggestedPage(query, { setAside: [] }).rows;
    const snapshot = forCase.snapshotOf(query, { setAside: [] }, row!.siret, 0);
    expect(snapshot.query).toMatchObject({ hasContact: true });
    const drawn = forCase.suggestedPage({ ...query, order: 'spread' }, { setAside: [] });
    const listed = forCase.listedPage({ ...query, by: 'name' }, { setAside: [] });
    expect([drawn.eligible, listed.eligible]).toEqual([snapshot.eligible, snapshot.eligible]);
    expect(listed.facets.withContact).toBe(snapshot.eligible);
    expect(forCase.suggestedPoints(query, { setAside: [] }).sirets).toHaveLength(snapshot.eligible);
  });
});
