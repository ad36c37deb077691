import { z } from 'zod';
import { savedPortfolioViewSchema } from '../case-file/portfolio-view.schema.ts';
import { idSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';

export const viewNameSchema = textSchema(60).min(1);

/** A named way of looking at the portfolio, for one account. */
export const savedViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  view: savedPortfolioViewSchema,
  revision: revisionSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;
