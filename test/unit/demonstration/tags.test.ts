import { describe, expect, it } from 'vitest';
import { DEMONSTRATION_TAGS, tagsOf } from '../../../src/main/demonstration/draw-tags.ts';
import { isSameName } from '../../../src/shared/domain/agency-tag/agency-tag.rules.ts';
import { fold } from '../../../src/shared/kernel/text.ts';

const FILES = 10_000;
const all = Array.from({ length: FILES }, (_, index) => tagsOf(index));

describe('the tags of the demonstration', () => {
  it('are neutral: workshops and steps, nothing of health, family, origin or money', () => {
    const banned =
      /sante|malad|handicap|rqth|famille|enfant|mere|pere|origine|langue|etranger|rsa|dette|logement|prison/;
    for (const { name } of DEMONSTRATION_TAGS) expect(fold(name)).not.toMatch(banned);
    for (const [index, { name }] of DEMONSTRATION_TAGS.entries()) {
      expect(DEMONSTRATION_TAGS.slice(index + 1).some((other) => isSameName(other.name, name))).toBe(false);
    }
  });

  it('are the same at each run, and drawn by the place in the list alone', () => {
    expect(Array.from({ length: 50 }, (_, index) => tagsOf(index))).toEqual(all.slice(0, 50));
    // Each tag on as many files as any other, wherever they are in the list.
    for (const half of [all.slice(0, FILES / 2), all.slice(FILES / 2)]) {
      for (const { id } of DEMONSTRATION_TAGS) {
        const share = half.filter((tags) => tags.includes(id)).length / half.length;
        expect(share).toBeGreaterThan(0.06);
        expect(share).toBeLessThan(0.11);
      }
    }
  });

  it('are none on most files, and never the same twice on one', () => {
    const worn = all.filter((tags) => tags.length > 0).length / FILES;
    expect(worn).toBeGreaterThan(0.35);
    expect(worn).toBeLessThan(0.45);
    for (const tags of all) expect(new Set(tags).size).toBe(tags.length);
  });
});
