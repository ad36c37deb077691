import { z } from 'zod';
import { decisionOutcomeSchema } from '../decision/decision.schema.ts';
import { jobProjectSchema } from '../job-project/job-project.schema.ts';
import { idSchema, revisionSchema } from '../operation/operation.schema.ts';
import { listedPageSchema } from './listed.schema.ts';
import { mobilityKindSchema, romeCodeSchema } from '../occupation/occupation.schema.ts';
import { departementSchema } from '../place/place.schema.ts';
import { employerPageSchema, employerQuerySchema, wideningSchema } from './suggestion.schema.ts';

/** What a list for one person is narrowed to: the occupation and the place are those of the job project. */
export const caseListQuerySchema = employerQuerySchema
  .pick({ group: true, sections: true, sizes: true, departements: true, hasContact: true, weights: true })
  .extend({
    caseId: idSchema,
    /** Neighbouring occupations searched beside that of the project; absent for none. */
    otherRomes: employerQuerySchema.shape.romes.max(4).optional(),
    /** Whether those set aside for this person are in the list too; absent, they are not. */
    withSetAside: z.boolean().optional(),
    /** Null for the reach of the job project. */
    radiusKm: employerQuerySchema.shape.radiusKm.nullable(),
    /** By score or drawn; by distance or by name where nothing is computed. The other pair stands for its first. */
    order: z.enum(['plain', 'spread', 'distance', 'name']),
  });
export type CaseListQuery = z.infer<typeof caseListQuerySchema>;

/** What is known of one row beside the data: what was decided for this person, and for how many others this week. */
export const rowStandingSchema = z.strictObject({
  decisionId: idSchema.nullable(),
  outcome: decisionOutcomeSchema.nullable(),
  /** What a decision on it must have seen. */
  revision: revisionSchema,
  /** Where nothing was decided on this site: what holds of another site of the same employer, in this file. */
  otherSite: decisionOutcomeSchema.exclude(['set-aside']).nullable(),
  /** Other people for whom it was retained from this workstation since Monday: a number, no name. */
  proposedThisWeek: z.number().int().min(0),
});
export type RowStanding = z.infer<typeof rowStandingSchema>;

const common = {
  project: jobProjectSchema,
  /** The radius used, in km. */
  radiusKm: z.number().int(),
  /** By SIRET, for the rows of the page. */
  standings: z.record(z.string(), rowStandingSchema),
  /** How many were set aside for this person, and are not in the list. */
  setAside: z.number().int().min(0),
};

export const caseListSchema = z.discriminatedUnion('mode', [
  /** Computed, in the order asked; `seed` is that of the varied order: this person, this ISO week. */
  z.strictObject({ mode: z.literal('suggested'), seed: z.string(), page: employerPageSchema, ...common }),
  z.strictObject({ mode: z.literal('listed'), page: listedPageSchema, ...common }),
]);
export type CaseList = z.infer<typeof caseListSchema>;

/** What each way to search wider would add to a person's list, beside what is in it. None is applied unasked. */
export const caseWideningSchema = wideningSchema.pick({ radii: true }).extend({
  /** Nearest first, that of the place included. */
  departements: z.array(z.strictObject({ code: departementSchema, more: z.number().int().min(1) })).readonly(),
  /** `local`: hired by the sectors that are around, whatever their skills; experimental. */
  occupations: z
    .array(
      z.strictObject({
        rome: romeCodeSchema,
        label: z.string(),
        kind: z.union([mobilityKindSchema, z.literal('local')]),
        more: z.number().int().min(1),
      }),
    )
    .readonly(),
});
export type CaseWidening = z.infer<typeof caseWideningSchema>;
