import { type RefObject, useEffect, useRef } from 'react';
import type { DayView } from '../../platform/location.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import { currentOrNext, type Meeting } from './meetings.ts';

interface AgendaFocus {
  readonly section: RefObject<HTMLElement | null>;
  readonly table: RefObject<DataTableHandle | null>;
  readonly view: DayView;
  /** Null while they are asked for. */
  readonly meetings: readonly Meeting[] | null;
  readonly now: number;
}

/**
 * Where the eye goes when other meetings are shown: to the one that is come back to; else, from the title or from a row
 * that is gone, to the one that is on or comes next. Whatever else has the focus keeps it: one may be pressing "→".
 */
export function useAgendaFocus({ section, table, view, meetings, now }: AgendaFocus): void {
  const active = meetings?.find(({ appointment }) => appointment.id === view.activeId) ?? null;
  const place = [view.day, view.span, active?.appointment.id].join(' ');
  const reached = useRef<string | null>(null);
  useEffect(() => {
    if (meetings === null || reached.current === place) return;
    reached.current = place;
    // What is open over the screen is answered first.
    if (document.querySelector('[role="dialog"]') !== null) return;
    const title = section.current?.querySelector('h1') ?? null;
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body;
    const shown = active ?? (isLost || focused === title ? currentOrNext(meetings, now) : null);
    if (shown === null) {
      if (isLost) title?.focus({ preventScroll: true });
    } else if (table.current?.focusedKey() !== shown.appointment.id) {
      table.current?.focusRow(shown.appointment.id);
    }
  }, [section, table, place, active, meetings, now]);
}
