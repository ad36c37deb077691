import { useSyncExternalStore } from 'react';
import { type LocalDate, localDateAt } from '../../shared/kernel/local-date.ts';

const CHECKED_EVERY_MS = 30_000;

/** The time zone of this workstation: appointments are at the hour of the clock on the wall. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day it is here. */
export function today(): LocalDate {
  return localDateAt(Date.now(), localZone());
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, CHECKED_EVERY_MS);
  return () => clearInterval(timer);
}

/** The same, kept true past midnight. */
export function useToday(): LocalDate {
  return useSyncExternalStore(subscribe, today);
}
