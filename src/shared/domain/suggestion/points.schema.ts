import { z } from 'zod';
import { siretSchema } from '../employer/employer.schema.ts';
import { potentialLevelSchema } from '../market/market.schema.ts';
import { employerPageQuerySchema, employerPageSchema } from './suggestion.schema.ts';

/** Employers on a map: beyond, a screen shows a stain, and the list is narrowed rather than drawn. */
export const POINTS_AT_MOST = 3_000;

/** The list whose points are asked, in the order its rows are in. */
export const pointsQuerySchema = employerPageQuerySchema.omit({ offset: true, limit: true });
export type PointsQuery = z.infer<typeof pointsQuerySchema>;

const degreesSchema = z.array(z.number()).max(POINTS_AT_MOST).readonly();

/**
 * The first employers of a list by their place in it, one column each: the fifth of `sirets` is its fifth row, and stands
 * at the fifth of `lats` and `lons` (WGS84 degrees).
 */
export const listedPointsSchema = z.strictObject({
  /** Exact number of employers in the list: more than there are points where they were too many. */
  eligible: employerPageSchema.shape.eligible,
  sirets: z.array(siretSchema).max(POINTS_AT_MOST).readonly(),
  lats: degreesSchema,
  lons: degreesSchema,
});
export type ListedPoints = z.infer<typeof listedPointsSchema>;

export const employerPointsSchema = listedPointsSchema.extend({
  /** What is expected of each, as the rows say it; null where there is not enough data. */
  levels: z.array(potentialLevelSchema.nullable()).max(POINTS_AT_MOST).readonly(),
});
export type EmployerPoints = z.infer<typeof employerPointsSchema>;

/** For the job project of one person: those set aside for them are there only where they were asked. */
const ofCase = {
  /** Those retained for this person, among the points. */
  retained: z.array(siretSchema).readonly(),
};

export const casePointsSchema = z.discriminatedUnion('mode', [
  employerPointsSchema.extend({ mode: z.literal('suggested'), ...ofCase }),
  /** Where the person said no to computing (rule R11): places, and nothing of the engine. */
  listedPointsSchema.extend({ mode: z.literal('listed'), ...ofCase }),
]);
export type CasePoints = z.infer<typeof casePointsSchema>;
