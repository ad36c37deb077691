/**
 * What was begun in a form about somebody, and not sent: it stays here, whatever tab or screen is shown, until it is
 * sent or given up. When the case files close it waits among the preferences of its account, in the encrypted store.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { call } from './api.ts';
import { useBeforeLock } from './before-lock.ts';
import { onForget, onForgetFile } from './forgetting.ts';

/** The forms whose text is kept over a lock. Settings and first steps name them: a new one is added to their words. */
type FormName = 'action' | 'contact';

/** By field, what is in it. */
export type HalfTyped = Readonly<Record<string, string>>;

const NAME = 'half-typed';
/** As much as a preference holds, written as JSON. */
const MOST_CHARACTERS = 4_000;

/** By form and file, the last one touched last. */
let begun: ReadonlyMap<string, HalfTyped> = new Map();
const listeners = new Set<() => void>();

const keyOf = (form: FormName, caseId: string): string => `${form} ${caseId}`;

function set(next: ReadonlyMap<string, HalfTyped>): void {
  begun = next;
  for (const listener of listeners) listener();
}

export function holdTyped(form: FormName, caseId: string, fields: HalfTyped): void {
  const key = keyOf(form, caseId);
  set(new Map([...begun].filter(([other]) => other !== key)).set(key, fields));
}

export function releaseTyped(form: FormName, caseId: string): void {
  set(new Map([...begun].filter(([key]) => key !== keyOf(form, caseId))));
}

export function heldTyped(form: FormName, caseId: string): HalfTyped | null {
  return begun.get(keyOf(form, caseId)) ?? null;
}

/** Nothing of it for another person at the keyboard; nothing of a file that is erased. */
onForget(() => set(new Map()));
onForgetFile((caseId) => set(new Map([...begun].filter(([key]) => !key.endsWith(` ${caseId}`)))));

export function useHeldTyped(form: FormName, caseId: string): HalfTyped | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => heldTyped(form, caseId),
  );
}

/** What waits over a lock: the first ones begun give way where there is too much. */
export function packedTyped(): Record<string, HalfTyped> {
  let kept = [...begun];
  while (JSON.stringify(Object.fromEntries(kept)).length > MOST_CHARACTERS) kept = kept.slice(1);
  return Object.fromEntries(kept);
}

/** What waited is there again, save where something was typed meanwhile. What an earlier version kept otherwise is left out. */
export function unpackTyped(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const kept = Object.entries(value).filter((entry): entry is [string, HalfTyped] => isHalfTyped(entry[1]));
  set(new Map([...kept, ...begun]));
}

function isHalfTyped(value: unknown): value is HalfTyped {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

async function save(): Promise<void> {
  if (begun.size > 0) await call('preference.set', { name: NAME, value: packedTyped() });
}

/** For as long as an account is at the keyboard: gives back what it had begun, and keeps what it begins. */
export function useHalfTypedOverLocks(accountId: string): void {
  useBeforeLock(save);
  useEffect(() => {
    let isHere = true;
    const take = async (): Promise<void> => {
      const { value } = await call('preference.get', { name: NAME });
      if (value === null || !isHere) return;
      unpackTyped(value);
      // It waits no longer: what is sent, given up or erased from now on is nowhere else.
      await call('preference.set', { name: NAME, value: null });
    };
    // What cannot be read is as if nothing had been begun.
    take().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [accountId]);
}
