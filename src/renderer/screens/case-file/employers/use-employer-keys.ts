import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import { type Shortcut, useShortcuts } from '../../../platform/shortcuts.ts';

export type OpenFilter = 'radius' | 'sectors' | 'sizes' | 'order' | null;

interface EmployerKeys {
  /** Null on a closed file, where nothing is decided. */
  readonly deciding: {
    readonly decide: (outcome: DecisionOutcome) => void;
    readonly sayWhy: () => void;
  } | null;
  readonly openFilter: (filter: OpenFilter) => void;
  readonly changeOrder: () => void;
  /** Null where nothing is computed: there is no weight to move. */
  readonly toggleWhatIf: (() => void) | null;
  readonly toggleWidening: () => void;
  readonly putBack: () => void;
  readonly toggleMap: () => void;
  readonly openEmployer: () => void;
  readonly enterList: () => void;
  readonly stepBack: () => void;
}

/** The same one key to retain, to set aside and to keep for later (R2). */
function decisionKeys(t: TFunction, { decide, sayWhy }: NonNullable<EmployerKeys['deciding']>): readonly Shortcut[] {
  return [
    { keys: ['r'], label: t('decision.acts.retained'), run: () => decide('retained') },
    { keys: ['e'], label: t('decision.acts.set-aside'), run: () => decide('set-aside') },
    { keys: ['t'], label: t('decision.acts.later'), run: () => decide('later') },
    { keys: ['p'], label: t('caseFile.employers.keys.why'), run: sayWhy },
  ];
}

/** The keys of the list. */
export function useEmployerKeys(keys: EmployerKeys): void {
  const { t } = useTranslation();
  useShortcuts({
    title: t('keys.list'),
    place: 2,
    shortcuts: [
      ...(keys.deciding === null ? [] : decisionKeys(t, keys.deciding)),
      { keys: ['d'], label: t('keys.radius'), run: () => keys.openFilter('radius') },
      { keys: ['v'], label: t('caseFile.employers.keys.order'), run: keys.changeOrder },
      ...(keys.toggleWhatIf === null ? [] : [{ keys: ['s'], label: t('whatIf.key'), run: keys.toggleWhatIf }]),
      { keys: ['l'], label: t('widen.open'), run: keys.toggleWidening },
      { keys: ['0'], label: t('whatIf.putBack'), run: keys.putBack },
      { keys: ['m'], label: t('keys.map'), run: keys.toggleMap },
      {
        keys: ['ArrowDown', 'ArrowUp'],
        shown: ['↑', '↓'],
        label: t('keys.rows'),
        run: keys.enterList,
      },
      { keys: ['Enter'], shown: [t('keys.enter')], label: t('keys.explain') },
      { keys: ['o'], label: t('keys.open'), run: keys.openEmployer },
      { keys: ['Escape'], shown: [t('keys.escape')], label: t('keys.stepBack'), run: keys.stepBack },
    ],
  });
}
