import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease, type Release } from '../../../src/main/dataset/release.use-cases.ts';
import { referenceUseCases } from '../../../src/main/reference-handlers.ts';
import { NOBODY_LEFT_OUT, type LeftOut } from '../../../src/main/suggestion/suggestion.use-cases.ts';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { fixtureRelease, type FixtureRelease } from '../../support/fixture-release.ts';

/** Three sites of one cooperative that match a search for cashiers around Metz; then a site of it that is in no list. */
const ITS_SITES = ['70011878500013', '70011878500026', '70011878500039', '70011878599999'];
const IT = '700118785';
const QUERY: CallInput<'suggestion.employers'> = {
  ...{ romes: ['D1505'], communeCode: '57463', radiusKm: 50, sections: [], sizes: [], seed: '', offset: 0, limit: 100 },
  group: 'private',
  order: 'plain',
};

let fixture: FixtureRelease;
let release: Release;
let leftOut: LeftOut = NOBODY_LEFT_OUT;
beforeAll(async () => {
  fixture = await fixtureRelease();
  release = openCurrentRelease(fixture.root);
});
afterAll(() => {
  release.close();
  fixture.cleanup();
});

describe('an employer that asked out of the lists', () => {
  it('is in none by any of its sites, wherever it asked, beside those that a person set aside', () => {
    const { suggestions } = referenceUseCases(
      () => release,
      () => leftOut,
      () => new Map(),
    );
    const before = suggestions.employers(QUERY);
    const other = before.rows.find(({ siret }) => !siret.startsWith(IT))!;
    expect(JSON.stringify(before)).toContain(IT);
    for (const siret of ITS_SITES) {
      leftOut = { sites: [], employers: [siret] };
      const after = suggestions.employers(QUERY);
      expect(after.eligible).toBe(before.eligible - 1);
      expect(JSON.stringify(after)).not.toContain(IT);
      const ofOne = suggestions.forCase.suggestedPage(QUERY, { setAside: [other.siret] });
      expect(ofOne.eligible).toBe(before.eligible - 2);
    }
  });
});
