import { z } from 'zod';
import {
  employerPageQuerySchema,
  employerPageSchema,
  employerQuerySchema,
  suggestedEmployerSchema,
} from './suggestion.schema.ts';

/** The order of a list without computing: nothing else orders it. */
export const listedOrderSchema = z.enum(['distance', 'name']);
export type ListedOrder = z.infer<typeof listedOrderSchema>;

/** Nothing is weighed where nothing is computed. */
export const listedPageQuerySchema = employerQuerySchema.omit({ weights: true }).extend({
  by: listedOrderSchema,
  offset: employerPageQuerySchema.shape.offset,
  limit: employerPageQuerySchema.shape.limit,
});
export type ListedPageQuery = z.infer<typeof listedPageQuerySchema>;

/** A row without a figure of the engine: who, where, how far, how to approach. */
export const listedEmployerSchema = suggestedEmployerSchema.pick({
  siret: true,
  name: true,
  naf: true,
  sectorLabel: true,
  rome: true,
  group: true,
  communeCode: true,
  communeName: true,
  headcountBand: true,
  lat: true,
  lon: true,
  positionBasis: true,
  distanceKm: true,
  contact: true,
  otherSites: true,
});
export type ListedEmployer = z.infer<typeof listedEmployerSchema>;

/** For a person who said no to computing (rule R11): the employers of a suggestion, by distance or by name. */
export const listedPageSchema = employerPageSchema
  .pick({ datasetVersion: true, eligible: true, groups: true, facets: true })
  .extend({ rows: z.array(listedEmployerSchema).max(100).readonly() });
export type ListedPage = z.infer<typeof listedPageSchema>;

/** An establishment by its name and its place, whatever list it is in. */
export const namedEmployerSchema = suggestedEmployerSchema.pick({
  siret: true,
  name: true,
  naf: true,
  sectorLabel: true,
  communeCode: true,
  communeName: true,
});
export type NamedEmployer = z.infer<typeof namedEmployerSchema>;
