import type { JobProject } from './job-project.schema.ts';

/**
 * Kilometres as the crow flies covered in a minute, door to door: ours, cautious, meant to open a list and not to
 * promise a journey. The screen says "environ".
 */
const KM_PER_MINUTE = {
  walking: 0.07,
  bicycle: 0.2,
  bus: 0.25,
  'shared-ride': 0.6,
  motorbike: 0.6,
  train: 0.7,
  car: 0.7,
} as const;

/** Where nothing is said of how far or how: what one of the commonest searches uses. */
export const DEFAULT_RADIUS_KM = 15;
const DEFAULT_KM_PER_MINUTE = 0.25;

/** The radius, in whole kilometres, that stands for what the person said of how far they go. */
export function radiusOf({ reach, travel }: Pick<JobProject, 'reach' | 'travel'>): number {
  if (reach === null) return DEFAULT_RADIUS_KM;
  if (reach.kind === 'distance') return reach.km;
  return Math.max(1, Math.round(reach.minutes * fastest(travel)));
}

function fastest(travel: JobProject['travel']): number {
  return travel.length === 0 ? DEFAULT_KM_PER_MINUTE : Math.max(...travel.map((means) => KM_PER_MINUTE[means]));
}
