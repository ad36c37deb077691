import { z } from 'zod';
import { SETTING_CHOICES } from './settings.ts';

/** What a workstation remembers of how a person likes the application; nothing about anyone they see. */
export const settingsSchema = z.strictObject({
  language: z.enum(SETTING_CHOICES.language),
  theme: z.enum(SETTING_CHOICES.theme),
  zoom: z.literal(SETTING_CHOICES.zoom),
  idleMinutes: z.literal(SETTING_CHOICES.idleMinutes),
  density: z.enum(SETTING_CHOICES.density),
});
export type Settings = z.infer<typeof settingsSchema>;
