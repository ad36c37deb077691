import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompleteSearch } from '../../features/suggestion/search.ts';
import { announce } from '../../platform/live-region.tsx';
import { useShortcuts } from '../../platform/shortcuts.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import type { OpenFilter } from './results-head.tsx';
import type { EmployerSearchActions } from './use-employer-search.ts';

interface ResultKeys {
  readonly search: CompleteSearch;
  readonly actions: EmployerSearchActions;
  readonly table: RefObject<DataTableHandle | null>;
  readonly openFilter: (filter: OpenFilter) => void;
  readonly openEmployer: (siret: string) => void;
  readonly drawAgain: () => void;
  readonly toggleMap: () => void;
  /** The list changes under the keys: when it has, they go to its first row. */
  readonly wantRow: () => void;
}

/** The keys of a list of employers. Arrows in the table are the table's own: here they only lead into it. */
export function useResultKeys(keys: ResultKeys): void {
  const { search, actions, table, openFilter, openEmployer, drawAgain, toggleMap, wantRow } = keys;
  const { t } = useTranslation();
  const { activeSiret, explainedSiret } = search;
  const stepBack = (): void => {
    if (explainedSiret !== null) {
      actions.look({ explainedSiret: null });
      table.current?.focusRow();
    } else if (search.origin !== null) actions.returnToOrigin();
  };
  useShortcuts({
    title: t('keys.list'),
    place: 2,
    shortcuts: [
      { keys: ['r'], label: t('keys.radius'), run: () => openFilter('radius') },
      {
        keys: ['v'],
        shift: false,
        label: t('keys.order'),
        run: () => {
          const order = search.order === 'spread' ? 'plain' : 'spread';
          wantRow();
          actions.filter({ order });
          announce(t(`order.${order}.why`));
        },
      },
      {
        keys: ['v'],
        shift: true,
        shown: [t('keys.shift'), 'V'],
        label: t('keys.drawAgain'),
        run: () => {
          wantRow();
          drawAgain();
        },
      },
      { keys: ['m'], label: t('keys.map'), run: toggleMap },
      {
        keys: ['ArrowDown', 'ArrowUp'],
        shown: ['↑', '↓'],
        label: t('keys.rows'),
        inFields: true,
        run: () => table.current?.focusRow(),
      },
      { keys: ['Enter'], shown: [t('keys.enter')], label: t('keys.explain') },
      {
        keys: ['o'],
        label: t('keys.open'),
        run: () => {
          if (activeSiret !== null) openEmployer(activeSiret);
        },
      },
      { keys: ['Escape'], shown: [t('keys.escape')], label: t('keys.stepBack'), run: stepBack },
    ],
  });
}
