import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../platform/shortcuts.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';

interface PortfolioKeys {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly table: RefObject<DataTableHandle | null>;
  readonly create: () => void;
  readonly contact: () => void;
  /** Shows everybody again; null when everybody is shown. */
  readonly widen: (() => void) | null;
}

/** The keys of the portfolio. Arrows in the table are the table's own: here they only lead into it. */
export function usePortfolioKeys({ search, table, create, contact, widen }: PortfolioKeys): void {
  const { t } = useTranslation();
  useShortcuts({
    title: t('portfolio.title'),
    place: 1,
    shortcuts: [
      { keys: ['/'], label: t('portfolio.keys.search'), run: () => search.current?.focus() },
      {
        keys: ['ArrowDown', 'ArrowUp'],
        shown: ['↑', '↓'],
        label: t('portfolio.keys.rows'),
        run: () => table.current?.focusRow(),
      },
      {
        keys: ['Home', 'End'],
        shown: [t('portfolio.keys.home'), t('portfolio.keys.end')],
        label: t('portfolio.keys.ends'),
      },
      { keys: ['Enter'], shown: [t('keys.enter')], label: t('portfolio.keys.open') },
      { keys: ['n'], label: t('createFile.open'), run: create },
      { keys: ['c'], label: t('contactDialog.open'), run: contact },
      {
        keys: ['Escape'],
        shown: [t('keys.escape')],
        label: t('portfolio.keys.widen'),
        run: () => widen?.(),
      },
    ],
  });
}
