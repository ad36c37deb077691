import { z } from 'zod';

/** What a potential rests on: hires counted by a source, a forecast from such counts, an estimate from headcount and sector, or nothing. */
export const potentialBasisSchema = z.enum(['counts', 'forecast', 'estimate', 'none']);
export type PotentialBasis = z.infer<typeof potentialBasisSchema>;

/** How the potential stands among all ranked employers of the dataset for this occupation, by thirds. */
export const potentialLevelSchema = z.enum(['more', 'average', 'less']);
export type PotentialLevel = z.infer<typeof potentialLevelSchema>;
