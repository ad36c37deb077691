/**
 * What leaves on paper. A list of what may, never of what may not: a fact added later is not printed until somebody
 * decides so. Not there: what was set aside, the seven subjects, how the search goes, precautions, the timeline. What was
 * decided has a sheet of its own.
 */
import type { FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { BlockName } from './situation-blocks.ts';

export interface PrintedBlock {
  readonly name: BlockName;
  readonly fields: readonly FieldName[];
}

const PROJECT = [
  'project1.occupation',
  'project1.place',
  'project1.reach',
  'project1.travel',
  'project1.contract',
  'project1.schedule',
  'project1.availableFrom',
  'project1.salaryFloor',
] as const;

/** The facts of *Situation* on paper: what the person told of their project and of what they can do. */
export const PRINTED_SITUATION: readonly PrintedBlock[] = [
  { name: 'identity', fields: ['name', 'phones', 'email', 'bestHours'] },
  { name: 'supporters', fields: ['supporters'] },
  { name: 'project', fields: PROJECT },
  { name: 'skills', fields: ['lastJobs', 'proudOf'] },
  { name: 'credentials', fields: ['credentials'] },
  { name: 'means', fields: ['transport', 'cv'] },
  { name: 'conditions', fields: ['conditions'] },
];

/** What the person can do, said to an employer: strengths alone. */
export const PRINTED_STRENGTHS = ['lastJobs', 'proudOf', 'credentials'] as const satisfies readonly FieldName[];
