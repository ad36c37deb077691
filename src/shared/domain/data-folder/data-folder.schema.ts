import { z } from 'zod';
import { ERROR_CODES } from '../../kernel/app-error.ts';

/** Why a place cannot take the data. */
export const placeRefusalSchema = z.enum([
  /** It is where the data are already. */
  'same',
  /** It lies in the folder of the data, or the folder of the data lies in it. */
  'nested',
  /** It holds something: what is there is never mixed with the data, nor replaced. */
  'not-empty',
  'not-writable',
  'no-room',
]);
export type PlaceRefusal = z.infer<typeof placeRefusalSchema>;

/** What a person should know of a place before they choose it all the same. */
export const placeWarningSchema = z.enum([
  /** Another machine, by the network: slower, and gone when the network is. */
  'network',
  /** The system empties it. */
  'temporary',
  /** Something copies it to the internet while the files are in use. */
  'synced',
]);
export type PlaceWarning = z.infer<typeof placeWarningSchema>;

const bytesSchema = z.number().int().min(0);

/** A move of the data folder, from its beginning to its end. */
export const moveStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({
    state: z.literal('running'),
    /** Files are copied, then read again and compared. */
    step: z.enum(['copying', 'checking']),
    done: bytesSchema,
    total: bytesSchema,
  }),
  /** The data are at the new place; what was at the old one is being removed and the core starts again. */
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('cancelled') }),
  /** Nothing changed: the data are where they were. */
  z.strictObject({ state: z.literal('failed'), code: z.enum(ERROR_CODES), reason: z.string().nullable() }),
]);
export type MoveState = Readonly<z.infer<typeof moveStateSchema>>;

export const dataFolderStatusSchema = z.strictObject({
  /** For whoever sits there to read; it goes to no log and no report. */
  path: z.string(),
  /** True where the system's own place for the data of an application is used. */
  isDefault: z.boolean(),
  bytes: bytesSchema,
  /** Null where the system does not say. */
  freeBytes: bytesSchema.nullable(),
  /** False while data are being imported, prepared or moved. */
  isMovable: z.boolean(),
  move: moveStateSchema,
});
export type DataFolderStatus = Readonly<z.infer<typeof dataFolderStatusSchema>>;

/** A place is named by the ticket the shell gave for it: the interface never sends a path. */
export const placeIdSchema = z.string().regex(/^place-\d{1,9}$/);

export const offeredPlaceSchema = z.strictObject({
  folderId: placeIdSchema,
  /** For whoever chose it to read. */
  path: z.string(),
  freeBytes: bytesSchema.nullable(),
  /** What the data need. */
  neededBytes: bytesSchema,
  /** Null when the data can go there. */
  refusal: placeRefusalSchema.nullable(),
  warnings: z.array(placeWarningSchema).readonly(),
});
export type OfferedPlace = Readonly<z.infer<typeof offeredPlaceSchema>>;
