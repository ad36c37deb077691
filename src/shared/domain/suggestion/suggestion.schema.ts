import { z } from 'zod';
import {
  contactAdviceSchema,
  employerGroupSchema,
  headcountBandSchema,
  siretSchema,
  sizeClassSchema,
} from '../employer/employer.schema.ts';
import { potentialBasisSchema, potentialLevelSchema } from '../market/market.schema.ts';
import { mobilityKindSchema, romeCodeSchema } from '../occupation/occupation.schema.ts';
import { communeCodeSchema, departementSchema } from '../place/place.schema.ts';
import { SECTION_CODES } from '../sector/sector.ts';
import { FACTOR_NAMES } from './suggestion.ts';
import { canOrder, MOST_WEIGHT } from './weights.rules.ts';

export const sectionCodeSchema = z.enum(SECTION_CODES as [string, ...string[]]);

/** `plain` is by score; `spread` is a weighted draw, the same for the same seed, so that not everyone is sent to the same place. */
export const orderSchema = z.enum(['plain', 'spread']);
export type SuggestionOrder = z.infer<typeof orderSchema>;

export const MAX_RADIUS_KM = 200;

const weightSchema = z.number().int().min(0).max(MOST_WEIGHT);
/** The most each factor may give, moved to see what would change. */
export const weightsSchema = z
  .strictObject({ potential: weightSchema, distance: weightSchema, size: weightSchema })
  .refine(canOrder, 'One factor counts at least.');

/** What is asked of the engine: occupations and a place, and what the list is narrowed to. Nothing about a person. */
export const employerQuerySchema = z.strictObject({
  romes: z.array(romeCodeSchema).min(1).max(5),
  communeCode: communeCodeSchema,
  radiusKm: z.number().int().min(1).max(MAX_RADIUS_KM),
  group: employerGroupSchema,
  /** NAF sections kept; empty keeps all. */
  sections: z.array(sectionCodeSchema).max(21),
  /** Size classes kept; empty keeps all. */
  sizes: z.array(sizeClassSchema).max(4),
  /** Départements searched whole, beside what is within the radius; absent for none. */
  departements: z.array(departementSchema).min(1).max(5).optional(),
  /** Only those that somebody knows how to reach, by the data or by the agency; absent for all. */
  hasContact: z.literal(true).optional(),
  /** Absent for the usual ones of the engine. */
  weights: weightsSchema.optional(),
});
export type EmployerQuery = z.infer<typeof employerQuerySchema>;

export const employerPageQuerySchema = employerQuerySchema.extend({
  order: orderSchema,
  /** Any text, for example an ISO week; ignored by the plain order. */
  seed: z.string().max(64),
  offset: z.number().int().min(0).max(1_000_000),
  limit: z.number().int().min(1).max(100),
});
export type EmployerPageQuery = z.infer<typeof employerPageQuerySchema>;

export const potentialSchema = z.strictObject({
  basis: potentialBasisSchema,
  /** Expected hires in these occupations over the next six months, with the bounds documented in docs/scoring.md. */
  expected: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  level: potentialLevelSchema.nullable(),
});
export type Potential = z.infer<typeof potentialSchema>;

export const factorNameSchema = z.enum(FACTOR_NAMES);

export const factorSchema = z.strictObject({
  name: factorNameSchema,
  /** Thousandths of the score; the contributions of an employer add up to its score exactly. */
  contribution: z.number().int(),
  /** The most this factor can give. */
  weight: z.number().int(),
  value: z.union([z.number(), z.string()]).nullable(),
  source: z.string(),
  asOf: z.string(),
});
export type Factor = z.infer<typeof factorSchema>;

export const suggestedEmployerSchema = z.strictObject({
  siret: siretSchema,
  name: z.string(),
  naf: z.string(),
  sectorLabel: z.string().nullable(),
  /** The searched occupation that its sector hires most. */
  rome: romeCodeSchema,
  group: employerGroupSchema,
  communeCode: z.string(),
  communeName: z.string(),
  headcountBand: headcountBandSchema,
  lat: z.number(),
  lon: z.number(),
  positionBasis: z.enum(['establishment', 'commune']),
  distanceKm: z.number(),
  score: z.number().int(),
  /** In the order of FACTOR_NAMES. */
  factors: z.array(factorSchema).length(3),
  potential: potentialSchema,
  contact: contactAdviceSchema,
  /** Other sites of the same legal unit that match the same question. */
  otherSites: z.number().int(),
});
export type SuggestedEmployer = z.infer<typeof suggestedEmployerSchema>;

const countSchema = z.number().int().min(0);

export const employerPageSchema = z.strictObject({
  engineVersion: z.string(),
  datasetVersion: z.string(),
  /** Hash of everything the list depends on besides the dataset: two equal hashes give equal lists. */
  inputHash: z.string(),
  /** Exact number of employers (legal units) in the list. */
  eligible: countSchema,
  groups: z.record(employerGroupSchema, countSchema),
  facets: z.strictObject({
    sections: z.array(z.strictObject({ section: sectionCodeSchema, count: countSchema })).readonly(),
    sizes: z.array(z.strictObject({ size: sizeClassSchema, count: countSchema })).readonly(),
    /** Those that somebody knows how to reach. */
    withContact: countSchema,
  }),
  rows: z.array(suggestedEmployerSchema).max(100).readonly(),
});
export type EmployerPage = z.infer<typeof employerPageSchema>;

export const explanationSchema = z.strictObject({
  siret: siretSchema,
  rank: z.number().int(),
  eligible: countSchema,
  score: z.number().int(),
  factors: z.array(factorSchema).length(3),
  potential: potentialSchema,
  /** Facts behind the words. */
  facts: z.strictObject({
    /** The searched occupation that gives the potential. */
    rome: romeCodeSchema,
    romeLabel: z.string(),
    sectorLabel: z.string().nullable(),
    /** Share of the sector's hires that are for this occupation, 0 to 1. */
    affinity: z.number(),
    /** Hires of the sector the share was measured on, and whether the wider division was mixed in. */
    sectorHires: z.number().int(),
    isShrunk: z.boolean(),
    distanceKm: z.number(),
    /** `commune`: only the commune is known, and the distance counts as at least 3 km in the score. */
    positionBasis: z.enum(['establishment', 'commune']),
    placeName: z.string(),
    headcountBand: headcountBandSchema,
    /** Yearly entry rate of the sector with its source, when the basis is an estimate. */
    entryRate: z
      .strictObject({
        rate: z.number(),
        sectorLabel: z.string(),
        scope: z.string(),
        source: z.string(),
        year: z.string(),
        link: z.string(),
      })
      .nullable(),
  }),
  /** What the person could change: a wider radius and how many more employers it brings. */
  changes: z.array(z.strictObject({ radiusKm: z.number().int(), more: countSchema })).readonly(),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** When there are few: what a wider radius or a neighbouring occupation would bring, each computed, none applied. */
export const wideningSchema = z.strictObject({
  radii: z.array(z.strictObject({ radiusKm: z.number().int(), more: countSchema })).readonly(),
  neighbours: z
    .array(z.strictObject({ rome: romeCodeSchema, label: z.string(), kind: mobilityKindSchema, count: countSchema }))
    .readonly(),
});
export type Widening = z.infer<typeof wideningSchema>;
