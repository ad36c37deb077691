import { evaluationSchema, guardFailureSchema } from '../domain/forecast/forecast.schema.ts';

/** What the command line prints of a forecast: no call gives it yet. */
export const evaluationOutput = evaluationSchema;
export const guardFailureOutput = guardFailureSchema;
