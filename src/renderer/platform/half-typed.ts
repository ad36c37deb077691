/**
 * What was begun in a form about somebody, and not sent: it stays here, whatever tab or screen is shown, until it is
 * sent or given up. It is kept as one types among the preferences of its account, in the encrypted store: a lock or a cut
 * takes nothing of it.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { call } from './api.ts';
import { useBeforeLock } from './before-lock.ts';
import { onForget, onForgetFile } from './forgetting.ts';

/** The forms whose text is kept over a lock. Settings and first steps name them: a new one is added to their words. */
export type FormName = 'action' | 'contact';

/** By field, what is in it. */
export type HalfTyped = Readonly<Record<string, string>>;

export interface BegunForm {
  readonly form: FormName;
  readonly caseId: string;
}

const NAME = 'half-typed';
/** As much as a preference holds, written as JSON. */
const MOST_CHARACTERS = 4_000;
/** A cut takes at most two seconds of typing, as of a note. */
const DELAY_MS = 2000;

/** By form and file, the last one touched last. */
let begun: ReadonlyMap<string, HalfTyped> = new Map();
/** What was there again when the account came: it is told once. The same array until it changes. */
let foundAgain: readonly BegunForm[] = [];
const listeners = new Set<() => void>();
/** Once what was kept was read: what is written before would take its place. */
let isKeeping = false;
let timer: ReturnType<typeof setTimeout> | null = null;
/** One at a time, in order: the last one is what is there. */
let saving: Promise<void> = Promise.resolve();

const keyOf = (form: FormName, caseId: string): string => `${form} ${caseId}`;

function set(next: ReadonlyMap<string, HalfTyped>): void {
  begun = next;
  const isThere = ({ form, caseId }: BegunForm): boolean => begun.has(keyOf(form, caseId));
  if (!foundAgain.every(isThere)) foundAgain = foundAgain.filter(isThere);
  for (const listener of listeners) listener();
}

export function holdTyped(form: FormName, caseId: string, fields: HalfTyped): void {
  const key = keyOf(form, caseId);
  set(new Map([...begun].filter(([other]) => other !== key)).set(key, fields));
  timer ??= setTimeout(() => void save(), DELAY_MS);
}

/** Sent or given up: at once, so that nothing that was sent is offered again after a cut. */
export function releaseTyped(form: FormName, caseId: string): void {
  if (heldTyped(form, caseId) === null) return;
  set(new Map([...begun].filter(([key]) => key !== keyOf(form, caseId))));
  void save();
}

export function heldTyped(form: FormName, caseId: string): HalfTyped | null {
  return begun.get(keyOf(form, caseId)) ?? null;
}

/** Nothing of it for another person at the keyboard: what is kept waits for its own. Nothing of a file that is erased. */
onForget(() => {
  stopTimer();
  set(new Map());
});
onForgetFile((caseId) => {
  set(new Map([...begun].filter(([key]) => !key.endsWith(` ${caseId}`))));
  void save();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHeldTyped(form: FormName, caseId: string): HalfTyped | null {
  return useSyncExternalStore(subscribe, () => heldTyped(form, caseId));
}

/** What was begun before the account came back, the last one last, and is neither told, sent nor given up since. */
export function foundAgainNow(): readonly BegunForm[] {
  return foundAgain;
}

export function useFoundAgain(): readonly BegunForm[] {
  return useSyncExternalStore(subscribe, foundAgainNow);
}

/** It was told. */
export function leaveFoundAgain(form: FormName): void {
  foundAgain = foundAgain.filter((found) => found.form !== form);
  set(begun);
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
  foundAgain = kept.flatMap(([key, { text, line }]) => ((text ?? line ?? '').trim() === '' ? [] : [formOf(key)]));
  set(begun);
}

function formOf(key: string): BegunForm {
  const [form = '', caseId = ''] = key.split(' ');
  return { form: form === 'contact' ? 'contact' : 'action', caseId };
}

function isHalfTyped(value: unknown): value is HalfTyped {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}

function stopTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

function save(): Promise<void> {
  stopTimer();
  if (!isKeeping) return Promise.resolve();
  const value = begun.size === 0 ? null : packedTyped();
  // What cannot be kept is still in its form, and the next letter tries again.
  saving = saving.then(() =>
    call('preference.set', { name: NAME, value }).then(
      () => undefined,
      () => undefined,
    ),
  );
  return saving;
}

/** Gives back what the account at the keyboard had begun, and keeps what it begins; the function returned stops that. */
export function keepTyped(): () => void {
  let isHere = true;
  const start = async (): Promise<void> => {
    const { value } = await call('preference.get', { name: NAME });
    if (!isHere) return;
    unpackTyped(value);
    isKeeping = true;
    if (begun.size > 0) await save();
  };
  // What cannot be read is not written over either.
  start().catch(() => undefined);
  return () => {
    isHere = false;
    isKeeping = false;
  };
}

/** For as long as an account is at the keyboard. */
export function useHalfTyped(accountId: string): void {
  useBeforeLock(save);
  useEffect(() => keepTyped(), [accountId]);
}
