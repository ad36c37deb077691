import type { EmployerGroup } from '../../../shared/domain/employer/employer.schema.ts';

/** In the order of the tabs. */
export const EMPLOYER_GROUPS_SHOWN = ['private', 'public', 'agency'] as const satisfies readonly EmployerGroup[];
