/** What a screen may remember: JSON, short, and nothing that cannot be written. */
import { describe, expect, it } from 'vitest';
import { preferenceValueSchema } from '../../../src/shared/domain/preference/preference.schema.ts';

describe('the value of a preference', () => {
  it('is any JSON of at most 4,000 characters', () => {
    for (const value of [null, true, 0, '', [], { columns: ['name', null, 3] }, 'x'.repeat(3_998)]) {
      expect(preferenceValueSchema.safeParse(value).success, JSON.stringify(value).slice(0, 40)).toBe(true);
    }
    expect(preferenceValueSchema.safeParse('x'.repeat(3_999)).success).toBe(false);
  });

  it('refuses a value that holds itself, which the wire can carry and no file can', () => {
    const itself: unknown[] = ['a'];
    itself.push(itself);
    expect(preferenceValueSchema.safeParse(itself).success).toBe(false);
    expect(preferenceValueSchema.safeParse({ deep: { itself } }).success).toBe(false);
  });

  it('refuses a name that would give its copy another prototype', () => {
    expect(preferenceValueSchema.safeParse(JSON.parse('[{"__proto__":[]}]')).success).toBe(false);
    expect(preferenceValueSchema.safeParse({ words: '"__proto__":' }).success).toBe(true);
  });
});
