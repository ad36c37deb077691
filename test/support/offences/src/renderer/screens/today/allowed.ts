import type { Contract } from '../../../shared/contract/contract.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { hires } from '../../../shared/domain/employer/employer.rules.ts';
import { planView } from '../../features/plan/plan.ts';
import { button } from '../../ui/button.ts';

export const today = { hires, planView, button } satisfies object;
export type Today = Contract | CaseFile;
