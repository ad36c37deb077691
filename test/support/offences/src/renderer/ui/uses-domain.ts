import { employer } from '../../shared/domain/employer/employer.ts';

export const drawn = employer;
