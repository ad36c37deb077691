import { plan } from './plan/plan.use-cases.ts';

export const core = { plan };
export type Core = typeof core;
