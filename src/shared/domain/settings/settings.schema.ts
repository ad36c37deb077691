import { z } from 'zod';

/** What a workstation remembers of how a person likes the application; nothing about anyone they see. */
export const settingsSchema = z.strictObject({
  language: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent of the base text size. */
  zoom: z.union([
    ...([z.literal(90), z.literal(100), z.literal(110), z.literal(125)] as const),
    ...([z.literal(150), z.literal(200), z.literal(300), z.literal(400)] as const),
  ]),
  /** Minutes without a key or a pointer after which the case files close by themselves. */
  idleMinutes: z.union([z.literal(2), z.literal(5), z.literal(10), z.literal(15), z.literal(30)]),
  /** How close the rows of lists and tables stand. */
  density: z.enum(['comfortable', 'compact']),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  language: 'fr',
  theme: 'system',
  zoom: 100,
  idleMinutes: 10,
  density: 'comfortable',
};
