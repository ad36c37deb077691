import { caseFileSchema } from '../domain/case-file/case-file.schema.ts';

export const contract = { caseFileSchema };
export type Contract = typeof contract;
