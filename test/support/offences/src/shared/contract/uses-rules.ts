import { hires } from '../domain/employer/employer.rules.ts';

export const described = hires;
