/** A job project as one says it: "Vente en alimentation, depuis Metz, 15 km à vélo ou en bus". */
import type { TFunction } from 'i18next';
import type { JobProject, Reach } from '../../../shared/domain/job-project/job-project.schema.ts';
import { numberText } from '../../i18n/formats.ts';

const NBSP = '\u00a0';

export function reachText(reach: Reach, language: string): string {
  return reach.kind === 'distance'
    ? `${numberText(reach.km, language)}${NBSP}km`
    : `${numberText(reach.minutes, language)}${NBSP}min`;
}

/** "à vélo ou en bus". */
export function travelText(t: TFunction, travel: JobProject['travel'], language: string): string {
  const words = travel.map((means) => t(`project.travel.${means}`));
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
}

/** Occupation, place and reach in one line; null where nothing is known yet, "métier à préciser" first where the rest is. */
export function projectLine(t: TFunction, project: JobProject, language: string): string | null {
  const { occupation, place, reach, travel } = project;
  const how = travel.length === 0 ? null : travelText(t, travel, language);
  const far = reach === null ? null : reachText(reach, language);
  const parts = [
    place === null ? null : t('project.from', { place: place.name }),
    [far, how].filter((part) => part !== null).join(' '),
  ];
  const said = parts.filter((part) => part !== null && part !== '');
  if (occupation === null && said.length === 0) return null;
  return [occupation?.title ?? t('project.occupationToSay'), ...said].join(', ');
}
