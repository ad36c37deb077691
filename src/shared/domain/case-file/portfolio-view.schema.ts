import { z } from 'zod';
import { romeCodeSchema } from '../occupation/occupation.schema.ts';
import { communeCodeSchema } from '../place/place.schema.ts';
import { idSchema, textSchema } from '../operation/operation.schema.ts';
import { supportModeSchema } from './case-file.schema.ts';
import { MOST_TAGS } from './case-file.ts';
import { APPOINTMENTS, COLUMN_WIDTH, LAST_CONTACTS, PORTFOLIO_COLUMNS, QUICK_FILTERS } from './portfolio-view.ts';

export type QuickFilter = (typeof QUICK_FILTERS)[number];

export type PortfolioColumn = (typeof PORTFOLIO_COLUMNS)[number];
const columnSchema = z.enum(PORTFOLIO_COLUMNS);

/** A commune, or a whole département (its code, `2A` and `974` included). */
export const placeFilterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('commune'), code: communeCodeSchema }),
  z.strictObject({ kind: z.literal('departement'), code: z.string().regex(/^(?:\d{2,3}|2[AB])$/) }),
]);
export type PlaceFilter = z.infer<typeof placeFilterSchema>;

/** Filters that combine: a row is shown when it passes all of them. */
export const portfolioFiltersSchema = z.strictObject({
  quick: z.enum(QUICK_FILTERS).nullable(),
  occupation: romeCodeSchema.nullable(),
  place: placeFilterSchema.nullable(),
  modality: supportModeSchema.nullable(),
  /** A file wears all of them. */
  tagIds: z.array(idSchema).max(MOST_TAGS).readonly(),
  lastContact: z.enum(['any', ...LAST_CONTACTS]),
  appointment: z.enum(['any', ...APPOINTMENTS]),
});
export type PortfolioFilters = z.infer<typeof portfolioFiltersSchema>;

/** How the columns are: what a screen remembers under the name `portfolio.columns`. */
export const portfolioColumnsSchema = z.strictObject({
  hidden: z.array(columnSchema).max(PORTFOLIO_COLUMNS.length).readonly(),
  /** Columns left out come after, in their usual order. */
  order: z.array(columnSchema).max(PORTFOLIO_COLUMNS.length).readonly(),
  widths: z.partialRecord(columnSchema, z.number().int().min(COLUMN_WIDTH.narrowest).max(COLUMN_WIDTH.widest)),
});
export type PortfolioColumns = z.infer<typeof portfolioColumnsSchema>;

export const portfolioSortSchema = z.strictObject({ column: columnSchema, direction: z.enum(['asc', 'desc']) });
export type PortfolioSort = z.infer<typeof portfolioSortSchema>;

/** One way of looking at the portfolio. */
export const portfolioViewSchema = z.strictObject({
  /** What is typed in the search. */
  text: textSchema(120),
  filters: portfolioFiltersSchema,
  sort: portfolioSortSchema,
  columns: portfolioColumnsSchema,
});
export type PortfolioView = z.infer<typeof portfolioViewSchema>;

/** As it is saved, without what was typed: a name in a view would outlive the file it names. */
export const savedPortfolioViewSchema = portfolioViewSchema.extend({ text: z.literal('') });
export type SavedPortfolioView = z.infer<typeof savedPortfolioViewSchema>;
