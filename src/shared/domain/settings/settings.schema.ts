import { z } from 'zod';

/** What a workstation remembers of how a person likes the application; nothing about anyone they see. */
export const settingsSchema = z.strictObject({
  language: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent of the base text size. */
  zoom: z.union([z.literal(90), z.literal(100), z.literal(110), z.literal(125), z.literal(150), z.literal(200)]),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { language: 'fr', theme: 'system', zoom: 100 };
