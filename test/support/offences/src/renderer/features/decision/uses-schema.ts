import { caseFileSchema } from '../../../shared/domain/case-file/case-file.schema.ts';

export const validated = caseFileSchema;
