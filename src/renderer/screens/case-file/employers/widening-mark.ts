import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import type { ListedEmployer } from '../../../../shared/domain/suggestion/listed.schema.ts';
import { distanceText } from '../../../i18n/formats.ts';
import type { ListView } from './list-view.ts';

/**
 * What a row says that the project itself would not have brought: another occupation, a longer way. Rows are never mixed
 * silently.
 */
export function useWideningMark(
  { radiusKm, project }: Pick<CaseFile, 'radiusKm' | 'project'>,
  otherOccupations: ListView['otherOccupations'],
): (employer: ListedEmployer) => string | null {
  const { t, i18n } = useTranslation();
  const own = project.occupation?.rome;
  return useCallback(
    ({ rome, distanceKm }) => {
      const occupation = rome === own ? undefined : otherOccupations.find((other) => other.rome === rome);
      const parts = [
        occupation === undefined ? null : t('widen.mark.occupation', { label: occupation.label }),
        distanceKm > radiusKm ? t('widen.mark.further', { distance: distanceText(radiusKm, i18n.language) }) : null,
      ];
      return parts.every((part) => part === null) ? null : parts.filter((part) => part !== null).join(' · ');
    },
    [own, otherOccupations, radiusKm, t, i18n.language],
  );
}
