import { planRepository } from '../plan/plan.repository.ts';

export const joined = planRepository;
