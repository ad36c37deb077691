import { planView } from '../features/plan/plan.ts';

export const drawn = planView;
