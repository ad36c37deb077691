import { z } from 'zod';

export const caseFileSchema = z.object({});
export type CaseFile = z.infer<typeof caseFileSchema>;
