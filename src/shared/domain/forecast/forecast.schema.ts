import { z } from 'zod';

const shareSchema = z.number().min(0).max(1);
const positiveSchema = z.number().min(0);

/** Of the intervals said to hold `level` of the outcomes: how many do (see coverageOf). */
export const coverageSchema = z.strictObject({
  level: shareSchema,
  exact: shareSchema,
  shown: shareSchema,
  /** `shown` where five hires or more are expected; null when that is nobody. */
  shownOfLarge: shareSchema.nullable(),
});
export type Coverage = z.infer<typeof coverageSchema>;

export const methodScoresSchema = z.strictObject({
  /** Share of all hires made by the tenth of employers ranked first. */
  topDecileCapture: shareSchema,
  /** Mean natural logarithm of the probability given to what came: nearer to 0 is better. */
  logScore: z.number(),
  meanAbsoluteError: positiveSchema,
  /** Hires expected of all employers together. */
  expected: positiveSchema,
  coverage: z.array(coverageSchema).readonly(),
});
export type MethodScores = z.infer<typeof methodScoresSchema>;

export const calibrationSchema = z.strictObject({
  groups: z.number().int().min(0),
  /** The widest gap first. */
  rows: z
    .array(
      z.strictObject({
        key: z.string(),
        expected: positiveSchema,
        observed: positiveSchema,
        /** Observed over expected. */
        ratio: positiveSchema,
        /** The gap in standard deviations of the forecast. */
        deviations: z.number(),
      }),
    )
    .readonly(),
  worst: z.array(z.string()).readonly(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** What a time split says of a forecast, and of what it is compared with. */
export const evaluationSchema = z.strictObject({
  employers: z.number().int().min(0),
  firstMonth: z.string(),
  scoredFrom: z.string(),
  scoredTo: z.string(),
  /** Hires that came in the months that are scored. */
  hires: positiveSchema,
  forecast: methodScoresSchema,
  lastYear: methodScoresSchema,
  /** Null when there are too few months for the seven periods it reads. */
  reference: methodScoresSchema.nullable(),
  departements: calibrationSchema,
  sectors: calibrationSchema,
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Why a model is refused: `version` and `unreadable` are about its file, the others about its figures. */
export const guardNameSchema = z.enum([
  'version',
  'unreadable',
  'not-a-number',
  'too-few-employers',
  'coverage',
  'capture-under-last-year',
  'log-score-under-last-year',
  'departement-calibration',
]);
export type GuardName = z.infer<typeof guardNameSchema>;

export const guardFailureSchema = z.strictObject({
  guard: guardNameSchema,
  /** The figure and its bounds, in words. */
  reason: z.string(),
});
export type GuardFailure = z.infer<typeof guardFailureSchema>;

const factorsSchema = z.record(z.string(), positiveSchema);
const shapeSchema = z.strictObject({ season: z.array(positiveSchema).length(12).readonly(), growth: positiveSchema });

/** Version of the shape of a model and of the rules that read it: another one is refused. */
export const MODEL_VERSION = 1;

/** A model as a file: means by group and chosen values, and nothing of any one employer. */
export const modelFileSchema = z.strictObject({
  format: z.literal('vis-a-vis forecast of hires'),
  version: z.literal(MODEL_VERSION),
  trained: z.strictObject({
    firstMonth: z.string(),
    lastMonth: z.string(),
    employers: z.number().int().min(0),
  }),
  choices: z.strictObject({
    halfLife: positiveSchema,
    growthTrust: positiveSchema,
    pull: positiveSchema,
    damping: shareSchema,
    ownSeason: positiveSchema,
    ending: shareSchema,
    scale: positiveSchema,
  }),
  shapes: z.strictObject({ all: shapeSchema, sectors: z.record(z.string(), shapeSchema) }),
  cells: z.strictObject({
    mean: positiveSchema,
    sizes: factorsSchema,
    sectors: factorsSchema,
    departements: factorsSchema,
    corrections: factorsSchema,
    shapes: factorsSchema,
  }),
  noise: z.strictObject({ spreads: z.array(z.array(positiveSchema).readonly()).readonly() }),
  evaluation: evaluationSchema,
});
export type ModelFile = z.infer<typeof modelFileSchema>;
