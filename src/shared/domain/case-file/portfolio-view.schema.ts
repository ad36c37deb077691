import { z } from 'zod';
import { romeCodeSchema } from '../occupation/occupation.schema.ts';
import { communeCodeSchema } from '../place/place.schema.ts';
import { idSchema, textSchema } from '../operation/operation.schema.ts';
import { MOST_TAGS, supportModeSchema } from './case-file.schema.ts';

/** One key each; files that are closed or archived are by themselves: one asks for them. */
export const QUICK_FILTERS = ['overdue', 'thisWeek', 'promised', 'expiring', 'closed', 'archived'] as const;
export type QuickFilter = (typeof QUICK_FILTERS)[number];

/** How long ago the last exchange was: less than 7, 31 or 92 days, longer, or none at all. */
export const LAST_CONTACT_FILTERS = ['any', 'week', 'month', 'quarter', 'older', 'never'] as const;
/** This week and the next two are counted from today; `none` is nobody to meet. */
export const APPOINTMENT_FILTERS = ['any', 'none', 'this-week', 'next-two-weeks', 'later'] as const;

/** In the order they are shown in when nobody moved them. */
export const PORTFOLIO_COLUMNS = [
  'person',
  'project',
  'place',
  'modality',
  'lastContact',
  'nextAppointment',
  'plan',
  'due',
  'tags',
  'since',
  'leads',
] as const;
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
  lastContact: z.enum(LAST_CONTACT_FILTERS),
  appointment: z.enum(APPOINTMENT_FILTERS),
});
export type PortfolioFilters = z.infer<typeof portfolioFiltersSchema>;

/** How the columns are: what a screen remembers under the name `portfolio.columns`. */
export const portfolioColumnsSchema = z.strictObject({
  hidden: z.array(columnSchema).max(PORTFOLIO_COLUMNS.length).readonly(),
  /** Columns left out come after, in their usual order. */
  order: z.array(columnSchema).max(PORTFOLIO_COLUMNS.length).readonly(),
  /** CSS pixels. */
  widths: z.partialRecord(columnSchema, z.number().int().min(40).max(1_200)),
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

export const NO_FILTERS: PortfolioFilters = {
  quick: null,
  occupation: null,
  place: null,
  modality: null,
  tagIds: [],
  lastContact: 'any',
  appointment: 'any',
};

/** The portfolio as whoever opens it for the first time sees it. */
export const USUAL_VIEW: SavedPortfolioView = {
  text: '',
  filters: NO_FILTERS,
  sort: { column: 'person', direction: 'asc' },
  columns: { hidden: ['modality', 'tags', 'since'], order: [], widths: {} },
};
