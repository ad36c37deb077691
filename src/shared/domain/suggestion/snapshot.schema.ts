import { z } from 'zod';
import { headcountBandSchema, siretSchema } from '../employer/employer.schema.ts';
import {
  employerPageQuerySchema,
  employerQuerySchema,
  factorSchema,
  orderSchema,
  potentialSchema,
} from './suggestion.schema.ts';

/** A list as it was on screen: what was asked and in which order, without the page. */
export const shownQuerySchema = employerPageQuerySchema.omit({ offset: true, limit: true });
export type ShownQuery = z.infer<typeof shownQuerySchema>;

const placeInList = z.number().int().min(1);

/** All that the formula read of one establishment, and its distance: enough to compute its score again. */
const placedInputsSchema = z.strictObject({
  siret: siretSchema,
  band: headcountBandSchema,
  isApproximate: z.boolean(),
  yearlyHires: z.number().nullable(),
  /** Interval of the six months forecast, where there was one. */
  forecast: z.strictObject({ low: z.number().int(), high: z.number().int() }).optional(),
  affinity: z.number(),
  yearlyEntryRate: z.number().nullable(),
  /** Whole metres from the centre of the search. */
  distanceM: z.number().int(),
  /** WGS84 in millionths of a degree. */
  latMicro: z.number().int(),
  lonMicro: z.number().int(),
  /** Where the search reached whole départements. */
  departement: z.string().optional(),
});

const shownRowSchema = placedInputsSchema.extend({
  score: z.number().int(),
  rank: placeInList,
  position: placeInList,
});

/** What anybody reads of an employer years later, whatever became of the data. */
const namedSchema = z.strictObject({
  name: z.string(),
  sectorLabel: z.string().nullable(),
  communeName: z.string(),
  distanceKm: z.number(),
  shownOn: z.iso.datetime(),
});

/**
 * What a decision keeps of a suggestion (rule R6): what was shown, and what it takes to compute it again without the data
 * of that day (`replay.ts`). It knows the employer and its neighbours in the list, nothing of a person.
 */
export const suggestionSnapshotSchema = namedSchema.extend({
  kind: z.literal('suggested'),
  engineVersion: z.string(),
  datasetVersion: z.string(),
  inputHash: z.string(),
  query: employerQuerySchema,
  order: orderSchema,
  /** Empty for the plain order, which has none. */
  seed: employerPageQuerySchema.shape.seed,
  /** Place in the order on screen, from 1. */
  position: placeInList,
  /** Place in the plain order, from 1. */
  rank: placeInList,
  eligible: placeInList,
  score: z.number().int(),
  factors: z.array(factorSchema.pick({ name: true, contribution: true })).length(3),
  potential: potentialSchema,
  /** Where distances are measured from, in WGS84 degrees. */
  centre: z.strictObject({ lat: z.number(), lon: z.number() }),
  inputs: placedInputsSchema,
  /** Up to three on each side in the plain order and two in the order on screen, each once, by rank. */
  neighbours: z.array(shownRowSchema).max(10).readonly(),
});
export type SuggestionSnapshot = z.infer<typeof suggestionSnapshotSchema>;

/** What a decision keeps of a list without computing (rule R11), or of an employer met outside any list: no figure of the engine. */
export const listedSnapshotSchema = namedSchema.extend({
  kind: z.literal('listed'),
  datasetVersion: z.string(),
  /** Null where there was no list, and so no centre. */
  distanceKm: z.number().nullable(),
});
export type ListedSnapshot = z.infer<typeof listedSnapshotSchema>;

/** What a decision keeps of a company that somebody added by themselves. */
export const ownSnapshotSchema = z.strictObject({
  kind: z.literal('own'),
  name: z.string(),
  communeName: z.string().nullable(),
  shownOn: z.iso.datetime(),
});
export type OwnSnapshot = z.infer<typeof ownSnapshotSchema>;

export const snapshotSchema = z.discriminatedUnion('kind', [
  suggestionSnapshotSchema,
  listedSnapshotSchema,
  ownSnapshotSchema,
]);
export type Snapshot = z.infer<typeof snapshotSchema>;
