import { plan } from '../plan/plan.use-cases.ts';

export const planned = plan;
