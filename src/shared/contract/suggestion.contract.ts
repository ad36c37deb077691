import { z } from 'zod';
import { employerSchema, siretSchema } from '../domain/employer/employer.schema.ts';
import { occupationHitSchema, occupationSchema, romeCodeSchema } from '../domain/occupation/occupation.schema.ts';
import { landmarksQuerySchema, landmarksSchema } from '../domain/place/landmark.schema.ts';
import { communeCodeSchema, placeSchema } from '../domain/place/place.schema.ts';
import { employerPointsSchema, pointsQuerySchema } from '../domain/suggestion/points.schema.ts';
import {
  employerPageQuerySchema,
  employerPageSchema,
  employerQuerySchema,
  explanationSchema,
  wideningSchema,
} from '../domain/suggestion/suggestion.schema.ts';
import { query, ROLES } from './define.ts';

/** Nothing here is about a person: everyone may call. */
const roles = ROLES;
const searchText = z.string().max(200);
const searchLimit = z.number().int().min(1).max(20);

export const suggestionCalls = {
  'occupation.search': query({
    summary: 'Occupations whose titles contain the words typed, whatever accents, order or gender; best first.',
    roles,
    input: z.strictObject({ text: searchText, limit: searchLimit }),
    output: z.array(occupationHitSchema).readonly(),
    errors: ['NO_DATASET', 'DATASET_UNREADABLE'],
  }),
  'occupation.get': query({
    summary: 'One occupation with its definition, tension and neighbours.',
    roles,
    input: z.strictObject({ rome: romeCodeSchema }),
    output: occupationSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'place.search': query({
    summary: 'Communes by name or postcode, best first.',
    roles,
    input: z.strictObject({ text: searchText, limit: searchLimit }),
    output: z.array(placeSchema).readonly(),
    errors: ['NO_DATASET', 'DATASET_UNREADABLE'],
  }),
  'place.get': query({
    summary: 'One commune.',
    roles,
    input: z.strictObject({ communeCode: communeCodeSchema }),
    output: placeSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'place.landmarks': query({
    summary: 'The largest communes around one, with their positions, for a map to name.',
    roles,
    input: landmarksQuerySchema,
    output: landmarksSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'suggestion.employers': query({
    summary: 'A page of the employers to contact for occupations around a place, with the exact count and facets.',
    roles,
    input: employerPageQuerySchema,
    output: employerPageSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'suggestion.explain': query({
    summary: 'Why one employer of a list stands where it stands, and what a wider radius would bring.',
    roles,
    input: employerQuerySchema.extend({ siret: siretSchema }),
    output: explanationSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'suggestion.widen': query({
    summary: 'What wider radii and neighbouring occupations would bring to a list.',
    roles,
    input: employerQuerySchema,
    output: wideningSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'suggestion.points': query({
    summary: 'Where the first 3,000 employers of a list are, in the order of its rows, for the map.',
    roles,
    input: pointsQuerySchema,
    output: employerPointsSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
  'employer.get': query({
    summary: 'All that is known of one establishment: sector, size, address, other sites, occupations of its sector.',
    roles,
    input: z.strictObject({ siret: siretSchema }),
    output: employerSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE', 'NOT_FOUND'],
  }),
} as const;
