import { caseFileSchema } from './case-file.schema.ts';

export const parse = caseFileSchema;
