import { z } from 'zod';

/** A ROME code: one letter A to N and four digits, for example `D1106`. Source: ROME v3 nomenclature. */
export const romeCodeSchema = z.string().regex(/^[A-N]\d{4}$/);

export const mobilityKindSchema = z.enum(['close', 'evolution']);
/** ROME's two kinds of mobility: the same skills ("Proche"), or with a step to climb ("Evolution"). */
export type MobilityKind = z.infer<typeof mobilityKindSchema>;

export const occupationHitSchema = z.strictObject({
  rome: romeCodeSchema,
  label: z.string(),
  /** The title that matched what was typed, in ROME's double form ("Boulanger / Boulangère"). */
  title: z.string(),
});
export type OccupationHit = z.infer<typeof occupationHitSchema>;

export const neighbourSchema = z.strictObject({
  rome: romeCodeSchema,
  label: z.string(),
  kind: mobilityKindSchema,
});

export const occupationSchema = z.strictObject({
  rome: romeCodeSchema,
  label: z.string(),
  definition: z.string().nullable(),
  /** Share of hiring projects judged difficult, in percent, per occupational family (several may apply). */
  tensions: z.array(z.strictObject({ familyLabel: z.string(), percent: z.number() })).readonly(),
  neighbours: z.array(neighbourSchema).readonly(),
});
export type Occupation = z.infer<typeof occupationSchema>;
