import { z } from 'zod';
import { communeCodeSchema } from './place.schema.ts';

/** Communes that a map can name around a place: more would not be read. */
export const LANDMARKS_AT_MOST = 1_500;
export const LANDMARK_REACH_KM = 1_000;

export const landmarksQuerySchema = z.strictObject({
  communeCode: communeCodeSchema,
  /** How far around, in km. */
  reachKm: z.number().int().min(1).max(LANDMARK_REACH_KM),
});
export type LandmarksQuery = z.infer<typeof landmarksQuerySchema>;

/** Communes in columns, the largest first. */
export const landmarksSchema = z.strictObject({
  names: z.array(z.string()).max(LANDMARKS_AT_MOST).readonly(),
  /** WGS84 degrees. */
  lats: z.array(z.number()).max(LANDMARKS_AT_MOST).readonly(),
  lons: z.array(z.number()).max(LANDMARKS_AT_MOST).readonly(),
  /** Inhabitants; 0 where nobody says how many. */
  populations: z.array(z.number().int().min(0)).max(LANDMARKS_AT_MOST).readonly(),
});
export type Landmarks = z.infer<typeof landmarksSchema>;
