import { planView } from '../plan/plan.ts';

export const beside = planView;
