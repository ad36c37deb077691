import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../platform/shortcuts.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';

interface DayKeys {
  readonly table: RefObject<DataTableHandle | null>;
  readonly turn: (direction: -1 | 1) => void;
  readonly toToday: () => void;
  readonly takeOver: () => void;
  readonly undo: () => void;
  readonly save: () => void;
  /** Of the row that has the focus, and no other. */
  readonly move: (id: string) => void;
  readonly begin: (id: string) => void;
}

/** The keys of the day. Arrows in the table are the table's own: here they only lead into it. */
export function useDayKeys({ table, turn, toToday, takeOver, undo, save, move, begin }: DayKeys): void {
  const { t } = useTranslation();
  const onRow = (act: (id: string) => void) => (): void => {
    const id = table.current?.focusedKey() ?? null;
    if (id !== null) act(id);
  };
  useShortcuts({
    title: t('day.title'),
    place: 1,
    shortcuts: [
      {
        keys: ['ArrowDown', 'ArrowUp'],
        shown: ['↑', '↓'],
        label: t('day.keys.rows'),
        run: () => table.current?.focusRow(),
      },
      { keys: ['Enter'], shown: [t('keys.enter')], label: t('day.keys.open') },
      {
        keys: ['m'],
        label: t('agenda.move'),
        run: onRow(move),
        fromPalette: null,
      },
      { keys: ['b'], label: t('meeting.keys.row'), run: onRow(begin), fromPalette: null },
      { keys: ['a'], label: t('agenda.today'), run: toToday },
      { keys: ['r'], label: t('handOver.takeOver.open'), run: takeOver },
      { keys: ['p'], label: t('day.keys.before'), run: () => turn(-1) },
      { keys: ['s'], label: t('day.keys.after'), run: () => turn(1) },
      { keys: ['z'], ctrl: true, shown: ['Ctrl', 'Z'], label: t('caseFile.keys.undo'), run: undo },
      { keys: [], label: t('agenda.export'), run: save },
    ],
  });
}
