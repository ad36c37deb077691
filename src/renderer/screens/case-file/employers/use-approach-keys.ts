import { useTranslation } from 'react-i18next';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import { useShortcuts } from '../../../platform/shortcuts.ts';

interface ApproachKeys {
  /** The line they act on; null where there is none. */
  readonly active: ApproachRow | null;
  /** A dialog is open: the keys are its own. */
  readonly isLayered: boolean;
  readonly step: (by: -1 | 1) => void;
  readonly next: (row: ApproachRow) => void;
  readonly other: (row: ApproachRow) => void;
  readonly remind: (row: ApproachRow) => void;
  readonly sheet: (row: ApproachRow) => void;
  readonly openPage: (row: ApproachRow) => void;
  readonly toggle: (row: ApproachRow) => void;
  readonly fold: () => void;
}

/** The keys of the retained employers: one for the step that usually comes next. */
export function useApproachKeys(keys: ApproachKeys): void {
  const { t } = useTranslation();
  const { active, isLayered } = keys;
  const on = (act: (row: ApproachRow) => void) => (): void => {
    if (active !== null) act(active);
  };
  useShortcuts({
    title: t('keys.approaches'),
    place: 2,
    shortcuts:
      active === null || isLayered
        ? []
        : [
            { keys: ['ArrowDown'], shown: ['↓'], label: t('approach.keys.rows'), run: () => keys.step(1) },
            { keys: ['ArrowUp'], shown: ['↑'], label: t('approach.keys.rows'), run: () => keys.step(-1) },
            { keys: ['s'], label: t('approach.keys.next'), run: on(keys.next) },
            { keys: ['d'], label: t('approach.keys.other'), run: on(keys.other) },
            { keys: ['l'], label: t('approach.keys.remind'), run: on(keys.remind) },
            { keys: ['v'], label: t('approach.keys.open'), run: on(keys.toggle) },
            { keys: ['f'], label: t('approach.keys.sheet'), run: on(keys.sheet) },
            { keys: ['o'], label: t('keys.open'), run: on(keys.openPage) },
            { keys: ['Escape'], shown: [t('keys.escape')], label: t('keys.stepBack'), run: keys.fold },
          ],
  });
}
