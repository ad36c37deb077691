import { plan } from '../../../main/plan/plan.use-cases.ts';

export const planned = plan;
