import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import { placeByCode } from '../../../features/place/place.queries.ts';
import { foundLine } from '../../../features/suggestion/employer-line.ts';
import { type CaseListInput, casePages } from '../../../features/suggestion/suggestion.queries.ts';
import type { EmployerSearch } from '../../../platform/location.ts';
import { useOneAtATime } from '../../../platform/one-at-a-time.ts';
import {
  type CaseLine,
  type OwnEmployer,
  ownKey,
  shortName,
  shownOwn,
  type Standings,
  withSetAside,
} from './case-rows.ts';
import { listInput, type ListView } from './list-view.ts';
import type { Decisions } from './use-decisions.ts';

interface CaseListOptions {
  readonly file: CaseFile;
  readonly view: ListView;
  readonly own: readonly OwnEmployer[];
  readonly deciding: Decisions;
}

const useCasePages = (input: CaseListInput) => useInfiniteQuery(casePages(input));

/** The lines on screen: one's own companies, then those of the data, each where it was when one looked at it. */
export function useCaseList({ file, view, own, deciding }: CaseListOptions) {
  const { t } = useTranslation();
  const isComputed = !file.isComputingOff;
  const [input, query] = useOneAtATime(listInput(file.id, isComputed, view), useCasePages);
  // The list before the switch, shown while the other comes, is not of the kind that is asked for (R11).
  const mode = isComputed ? 'suggested' : 'listed';
  const isFitting = query.data?.pages[0]?.mode === mode;
  const data = isFitting ? query.data : undefined;
  const list = data?.pages[0] ?? null;
  const ownLines = useMemo<readonly CaseLine[]>(
    () =>
      shownOwn(own).map(({ id, name, communeName, approach, actorName }) => ({
        kind: 'own',
        key: ownKey(id),
        name,
        where: [t('decision.own.addedBy', { name: shortName(actorName) }), communeName]
          .filter((part) => part !== '')
          .join(', '),
        approach,
      })),
    [own, t],
  );
  const found = useMemo<readonly CaseLine[]>(
    () => data?.pages.flatMap(({ page }) => page.rows.map(foundLine)) ?? [],
    [data],
  );
  const standings = useMemo<Standings>(
    () =>
      Object.fromEntries([
        ...own.map(({ id, standing }) => [ownKey(id), standing] as const),
        ...(data?.pages.flatMap((page) => Object.entries(page.standings)) ?? []),
      ]),
    [own, data],
  );
  const lines = useMemo(
    () => withSetAside([...ownLines, ...found], deciding.setAside),
    [ownLines, found, deciding.setAside],
  );
  const { occupation, place } = file.project;
  const { data: wholePlace } = useQuery({
    ...placeByCode(place?.communeCode ?? ''),
    enabled: place !== null,
  });
  const search: EmployerSearch = {
    occupation,
    place: wholePlace ?? null,
    radiusKm: view.radiusKm ?? list?.radiusKm ?? file.radiusKm,
    group: view.group,
    sections: view.sections,
    sizes: view.sizes,
    hasContact: view.hasContact,
    order: view.order,
    seed: list?.mode === 'suggested' ? list.seed : '',
    activeSiret: view.activeKey,
    explainedSiret: view.openKey,
    origin: null,
  };
  return { query, input, list, lines, standings, search };
}
