import type { JobProject } from '../../shared/domain/job-project/job-project.schema.ts';

export const placeOf = (project: JobProject): string => project.place;
