import { employer } from '../../../shared/domain/employer/employer.ts';

export const named = employer;
