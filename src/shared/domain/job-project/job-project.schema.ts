import { z } from 'zod';
import { romeCodeSchema } from '../occupation/occupation.schema.ts';
import { communeCodeSchema } from '../place/place.schema.ts';
import { MAX_RADIUS_KM } from '../suggestion/suggestion.schema.ts';
import { localDateSchema, textSchema } from '../operation/operation.schema.ts';

export const TRAVEL_MEANS = ['car', 'bus', 'train', 'bicycle', 'walking', 'motorbike', 'shared-ride'] as const;
export const CONTRACTS = ['permanent', 'fixed-term', 'temporary', 'seasonal', 'work-study', 'own-business'] as const;

/** How far: a distance, or the longest way there. */
export const reachSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('distance'), km: z.number().int().min(1).max(MAX_RADIUS_KM) }),
  z.strictObject({ kind: z.literal('time'), minutes: z.number().int().min(5).max(180) }),
]);
export type Reach = z.infer<typeof reachSchema>;

/** The parts of a job project, each a fact of its own. */
export const projectPartSchemas = {
  /** `title` is the form the person chose; `label` the one of ROME. */
  occupation: z.strictObject({ rome: romeCodeSchema, label: textSchema(160), title: textSchema(160) }),
  place: z.strictObject({ communeCode: communeCodeSchema, name: textSchema(80) }),
  reach: reachSchema,
  travel: z.array(z.enum(TRAVEL_MEANS)).max(7),
  contract: z.array(z.enum(CONTRACTS)).max(6),
  schedule: textSchema(120),
  availableFrom: localDateSchema,
  /** Euros, gross; the person's own figure. */
  salaryFloor: z.strictObject({ amount: z.number().int().min(1).max(100_000), per: z.enum(['hour', 'month', 'year']) }),
} as const;

/** The one block of a case file that engines read. Nothing of who the person is can be put in it. */
export const jobProjectSchema = z.strictObject({
  occupation: projectPartSchemas.occupation.nullable(),
  place: projectPartSchemas.place.nullable(),
  reach: projectPartSchemas.reach.nullable(),
  travel: projectPartSchemas.travel.readonly(),
});
export type JobProject = z.infer<typeof jobProjectSchema>;
