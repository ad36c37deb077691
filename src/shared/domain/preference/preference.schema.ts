import { z } from 'zod';

/** What a screen may remember for one account. */
export const PREFERENCES = [
  'portfolio.columns',
  'portfolio.view',
  'onboarding',
  'half-typed',
  'employers.map',
  'shared-view',
  'sheet.phone',
] as const;
export const preferenceNameSchema = z.enum(PREFERENCES);
export type PreferenceName = z.infer<typeof preferenceNameSchema>;

const MOST_CHARACTERS = 4_000;

/** Whatever the screen needs: what is written as JSON in at most so many characters. */
export const preferenceValueSchema = z.unknown().refine(isWritable).pipe(z.json());
export type PreferenceValue = z.infer<typeof preferenceValueSchema>;

/**
 * `z.json()` follows a value that holds itself without complaint, and gives a copy another prototype where one of its
 * names is `__proto__`; the wire carries both, and neither can be written.
 */
function isWritable(value: unknown): boolean {
  try {
    const json = JSON.stringify(value);
    return json.length <= MOST_CHARACTERS && !json.includes('"__proto__":');
  } catch {
    return false;
  }
}
