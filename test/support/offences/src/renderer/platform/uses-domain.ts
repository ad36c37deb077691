import { employer } from '../../shared/domain/employer/employer.ts';

export const called = employer;
