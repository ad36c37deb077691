import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { paperSchema } from '../paper/paper.schema.ts';
import { HANDING_WAYS, TO_BRING } from './sheet.ts';

export const toBringSchema = z.enum(TO_BRING);
export type ToBring = z.infer<typeof toBringSchema>;

/** What two people choose of a sheet; the rest is what they decided. */
export const sheetOptionsSchema = z.strictObject({
  /** Written large. */
  isLarge: z.boolean(),
  /** Somebody says that it was read together: printed at its foot. */
  isReadTogether: z.boolean(),
  bring: z.array(toBringSchema).max(TO_BRING.length),
  /** Where whoever signs can be called; empty leaves room to write it with a pen. */
  phone: textSchema(30),
});
export type SheetOptions = z.infer<typeof sheetOptionsSchema>;

/** A sheet as it was on the day it was kept, to be handed over later. */
export const sheetPayloadSchema = z.strictObject({
  options: sheetOptionsSchema,
  paper: paperSchema,
  on: localDateSchema,
});
export type SheetPayload = z.infer<typeof sheetPayloadSchema>;

export const handingWaySchema = z.enum(HANDING_WAYS);
export type HandingWay = z.infer<typeof handingWaySchema>;

export const handingSchema = z.strictObject({ way: handingWaySchema, on: localDateSchema });
export type Handing = z.infer<typeof handingSchema>;

export const keptSheetSchema = sheetPayloadSchema.omit({ options: true }).extend({
  isLarge: z.boolean(),
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  keptAt: instantSchema,
  /** Null while it waits. */
  handed: handingSchema.nullable(),
  isWithdrawn: z.boolean(),
  revision: revisionSchema,
});
export type KeptSheet = z.infer<typeof keptSheetSchema>;
