import { z } from 'zod';

/** An INSEE commune code: 5 characters, Corsica as 2A/2B, overseas as 971 to 989. */
export const communeCodeSchema = z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/);

/** A département as INSEE writes it: two characters, three overseas. */
export const departementSchema = z.string().regex(/^(?:\d{2,3}|2[AB])$/);

export const placeSchema = z.strictObject({
  communeCode: communeCodeSchema,
  name: z.string(),
  departement: z.string(),
  postcodes: z.array(z.string()).readonly(),
  /** WGS84 degrees. */
  lat: z.number(),
  lon: z.number(),
});
export type Place = z.infer<typeof placeSchema>;
