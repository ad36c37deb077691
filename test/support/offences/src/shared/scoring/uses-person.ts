import { caseFile } from '../domain/case-file/case-file.ts';

export const scored = caseFile;
