import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';

export const listFor = (files: CaseFileUseCases): string => files.name;
