import { hires } from '../employer/employer.rules.ts';

export const doubled = hires * 2;
