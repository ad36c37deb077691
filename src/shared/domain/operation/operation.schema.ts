import { z } from 'zod';

export const idSchema = z.uuid();
export const localDateSchema = z.iso.date();
/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Milliseconds UTC. */
export const instantSchema = z.number().int().min(0).max(8_640_000_000_000_000);
/** 0 when nothing was there. */
export const revisionSchema = z.number().int().min(0);

/** What every command on a case file carries: asking again with the same `commandId` changes nothing more. */
export const commandSchema = z.strictObject({ commandId: idSchema, caseId: idSchema });

/** What a command answers: what it changed now has this revision. */
export const committedSchema = z.strictObject({ opId: idSchema, revision: revisionSchema });
export type Committed = z.infer<typeof committedSchema>;

/** Text that a person types: trimmed, without control characters save line ends. */
export const textSchema = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);
export const longTextSchema = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\t][^\p{Cc}]*)*$/u);
