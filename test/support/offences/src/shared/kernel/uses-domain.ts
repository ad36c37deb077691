import type { CaseFile } from '../domain/case-file/case-file.schema.ts';

export type Known = CaseFile;
