import { z } from 'zod';

/** What a screen may remember for one account. */
export const PREFERENCES = [
  'portfolio.columns',
  'portfolio.view',
  'onboarding',
  'half-typed',
  'employers.map',
  'shared-view',
] as const;
export const preferenceNameSchema = z.enum(PREFERENCES);
export type PreferenceName = z.infer<typeof preferenceNameSchema>;

const MOST_CHARACTERS = 4_000;

/** Whatever the screen needs: what is written as JSON in at most so many characters. */
export const preferenceValueSchema = z.json().refine(isShort);
export type PreferenceValue = z.infer<typeof preferenceValueSchema>;

/** `z.json()` follows a value that holds itself without complaint, and the wire carries one: it cannot be written. */
function isShort(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MOST_CHARACTERS;
  } catch {
    return false;
  }
}
