import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';

export const nameOf = (person: CaseFileUseCases): string => person.name;
