import { z } from 'zod';
import { evaluationOutput, guardFailureOutput } from '../shared/contract/forecast-outputs.ts';
import { calls } from '../shared/contract/index.ts';

/**
 * What `--json` prints, derived from the contract so that the command line and the screens cannot drift apart.
 * `npm run docs` writes these as JSON Schemas into resources/schemas.
 */
const page = calls['suggestion.employers'].output;
const row = page.shape.rows.unwrap().element;
const factor = row.shape.factors.element;
const report = calls['dataset.report'].output.unwrap();
const reportSource = report.shape.sources.unwrap().element;
const refusal = reportSource.shape.refusals.unwrap().element;

const checked = calls['guard.check'].output;
const why = z.string();

/** As the application marks it, with why in French. */
export const checkTextOutput = z.strictObject({
  findings: z.array(checked.shape.findings.unwrap().element.extend({ why })).readonly(),
  blocking: z.array(checked.shape.blocking.unwrap().element.extend({ why })).readonly(),
});
export type CheckTextOutput = z.infer<typeof checkTextOutput>;

export const datasetImportOutput = z.strictObject({
  release: z.strictObject({
    /** Folder of the release, to give to `--dataset`. */
    path: z.string(),
    version: z.string(),
  }),
  sources: z
    .array(
      reportSource
        .omit({ reasons: true })
        .extend({ refusals: z.array(refusal.pick({ line: true, reason: true })).readonly() }),
    )
    .readonly(),
  ms: z.number(),
});
export type DatasetImportOutput = z.infer<typeof datasetImportOutput>;

export const suggestEmployersOutput = page
  .pick({ engineVersion: true, datasetVersion: true, inputHash: true, eligible: true })
  .extend({
    results: z
      .array(
        row
          .pick({
            siret: true,
            name: true,
            naf: true,
            group: true,
            communeCode: true,
            distanceKm: true,
            score: true,
          })
          .extend({
            /** In the plain order, whatever the order asked. */
            rank: z.number().int(),
            factors: z.array(factor.omit({ weight: true })).length(3),
            potential: row.shape.potential.omit({ level: true }),
          }),
      )
      .max(100)
      .readonly(),
  });
export type SuggestEmployersOutput = z.infer<typeof suggestEmployersOutput>;

export const vectorsLabonneboiteOutput = z.strictObject({
  total: z.number().int().min(0),
  /** Our functions give what the reference gives. */
  agreed: z.number().int().min(0),
  /** They differ on purpose: docs/adr/0008-what-we-do-not-take.md. */
  argued: z.array(z.strictObject({ id: z.string(), deviation: z.string() })).readonly(),
  /** Neither: a defect. */
  failed: z.array(z.string()).readonly(),
  /** There is no such feature here. */
  skipped: z.array(z.strictObject({ id: z.string(), reason: z.string() })).readonly(),
});
export type VectorsLabonneboiteOutput = z.infer<typeof vectorsLabonneboiteOutput>;

/** `not-computed`: decided where nothing was computed, or on a company added by hand. */
export const replayVerdictSchema = z.enum(['same', 'different', 'engine-retired', 'not-computed']);

export const replayOutput = z.strictObject({
  replayed: z.number().int().min(0),
  same: z.number().int().min(0),
  different: z.number().int().min(0),
  engineRetired: z.number().int().min(0),
  notComputed: z.number().int().min(0),
  /** In the order in which they were made. */
  decisions: z.array(z.strictObject({ id: z.uuid(), verdict: replayVerdictSchema })).readonly(),
});
export type ReplayOutput = z.infer<typeof replayOutput>;

export const verifyOutput = z.strictObject({
  operations: z.number().int().min(0),
  /** The first line of the log that is not as it was written. */
  alteration: calls['backup.list'].output.shape.state.shape.alteration,
});
export type VerifyOutput = z.infer<typeof verifyOutput>;

export const demoSeriesOutput = z.strictObject({
  employers: z.number().int().min(0),
  /** Rows of hires.csv: months with at least one hire. */
  rows: z.number().int().min(0),
  hires: z.number().int().min(0),
});
export type DemoSeriesOutput = z.infer<typeof demoSeriesOutput>;

export const modelEvaluateOutput = z.strictObject({
  evaluation: evaluationOutput,
  /** Why a model of these counts would be refused. */
  failures: z.array(guardFailureOutput).readonly(),
});
export type ModelEvaluateOutput = z.infer<typeof modelEvaluateOutput>;

export const modelTrainOutput = z.strictObject({
  model: z.string(),
  card: z.string(),
  evaluation: evaluationOutput,
});
export type ModelTrainOutput = z.infer<typeof modelTrainOutput>;

export const modelForecastOutput = z.strictObject({
  employers: z.number().int().min(0),
  /** First and last month, YYYY-MM. */
  from: z.string(),
  to: z.string(),
  expected: z.number().min(0),
});
export type ModelForecastOutput = z.infer<typeof modelForecastOutput>;
