import type { SupportMode } from '../../../shared/domain/case-file/case-file.schema.ts';

/** The kinds of support, and not knowing yet. */
export const SUPPORT_CHOICES = [
  'unknown',
  'standard',
  'guided',
  'reinforced',
  'youth-contract',
] as const satisfies readonly (SupportMode | 'unknown')[];
export type SupportChoice = (typeof SUPPORT_CHOICES)[number];
