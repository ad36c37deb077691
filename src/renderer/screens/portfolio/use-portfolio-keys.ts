import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../platform/shortcuts.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';

interface PortfolioKeys {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly table: RefObject<DataTableHandle | null>;
  readonly create: () => void;
  /** Of the row that has the focus, and no other; from the palette, of the one that looks chosen. */
  readonly contact: (id: string) => void;
  readonly tag: (id: string) => void;
  readonly activeId: string | null;
  /** Shows everybody again; null when everybody is shown. */
  readonly widen: (() => void) | null;
}

/** The keys of the portfolio. Arrows in the table are the table's own: here they only lead into it. */
export function usePortfolioKeys({ search, table, create, contact, tag, activeId, widen }: PortfolioKeys): void {
  const { t } = useTranslation();
  const onFocused = (act: (id: string) => void) => (): void => {
    const id = table.current?.focusedKey() ?? null;
    if (id !== null) act(id);
  };
  const onActive = (act: (id: string) => void): (() => void) | null =>
    activeId === null ? null : () => act(table.current?.focusedKey() ?? activeId);
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
      { keys: ['ArrowLeft', 'ArrowRight'], shown: ['←', '→'], label: t('portfolio.keys.cells') },
      {
        keys: ['Home', 'End'],
        shown: [t('portfolio.keys.home'), t('portfolio.keys.end')],
        label: t('portfolio.keys.ends'),
      },
      { keys: ['Enter'], shown: [t('keys.enter')], label: t('portfolio.keys.open') },
      { keys: ['n'], label: t('createFile.open'), run: create },
      { keys: ['c'], label: t('portfolio.keys.contact'), run: onFocused(contact), fromPalette: onActive(contact) },
      { keys: ['t'], label: t('portfolio.keys.tag'), run: onFocused(tag), fromPalette: onActive(tag) },
      {
        keys: ['Shift+Arrow'],
        shown: [t('portfolio.keys.shift'), '←', '→'],
        label: t('portfolio.keys.width'),
      },
      { keys: ['Control+Arrow'], shown: ['Ctrl', '←', '→'], label: t('portfolio.keys.move') },
      {
        keys: ['Escape'],
        shown: [t('keys.escape')],
        label: t('portfolio.keys.widen'),
        run: () => widen?.(),
      },
    ],
  });
}
