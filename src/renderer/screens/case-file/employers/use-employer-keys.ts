import { useTranslation } from 'react-i18next';
import type { DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import { useShortcuts } from '../../../platform/shortcuts.ts';

export type OpenFilter = 'radius' | 'sectors' | 'sizes' | 'order' | null;

interface EmployerKeys {
  readonly decide: (outcome: DecisionOutcome) => void;
  readonly sayWhy: () => void;
  readonly openFilter: (filter: OpenFilter) => void;
  readonly changeOrder: () => void;
  readonly openEmployer: () => void;
  readonly enterList: () => void;
  readonly stepBack: () => void;
}

/** The keys of the list: the same one key to retain, to set aside and to keep for later (R2). */
export function useEmployerKeys(keys: EmployerKeys): void {
  const { t } = useTranslation();
  useShortcuts({
    title: t('keys.list'),
    place: 2,
    shortcuts: [
      { keys: ['r'], label: t('decision.acts.retained'), run: () => keys.decide('retained') },
      { keys: ['e'], label: t('decision.acts.set-aside'), run: () => keys.decide('set-aside') },
      { keys: ['t'], label: t('decision.acts.later'), run: () => keys.decide('later') },
      { keys: ['p'], label: t('caseFile.employers.keys.why'), run: keys.sayWhy },
      { keys: ['d'], label: t('keys.radius'), run: () => keys.openFilter('radius') },
      { keys: ['v'], label: t('caseFile.employers.keys.order'), run: keys.changeOrder },
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
