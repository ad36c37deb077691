import { useSyncExternalStore } from 'react';
import { type LocalDate, localDateAt } from '../../shared/kernel/local-date.ts';

const CHECKED_EVERY_MS = 30_000;

/** Asking the zone costs more than all that is done with it, and a list asks it for each row. */
let zone: { readonly name: string; readonly readAtMs: number } | null = null;

function hasPassed(readAtMs: number, now: number): boolean {
  return now < readAtMs || now - readAtMs >= CHECKED_EVERY_MS;
}

/** The time zone of this workstation: appointments are at the hour of the clock on the wall. */
export function localZone(): string {
  const now = Date.now();
  if (zone === null || hasPassed(zone.readAtMs, now)) {
    zone = { name: new Intl.DateTimeFormat().resolvedOptions().timeZone, readAtMs: now };
  }
  return zone.name;
}

/** The day it is here. */
export function today(): LocalDate {
  return localDateAt(Date.now(), localZone());
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** One clock, however many components look at it. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, CHECKED_EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

/** The same, kept true past midnight. */
export function useToday(): LocalDate {
  return useSyncExternalStore(subscribe, today);
}

const APPOINTMENT_LASTS_MS = 60 * 60_000;

/** An appointment is behind once it is over: the hour it started at has been said for an hour. */
export function isOver(startsAt: number): boolean {
  return Date.now() >= startsAt + APPOINTMENT_LASTS_MS;
}

/** The same, kept true as time goes by. */
export function useIsOver(startsAt: number | null): boolean {
  return useSyncExternalStore(subscribe, () => startsAt !== null && isOver(startsAt));
}

const MINUTE_MS = 60_000;

/** The minute it is, an instant: kept true as time goes by. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
}
