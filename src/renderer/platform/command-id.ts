/** Names of what a person asks to be done: the core does a thing once, however often it is asked under one name. */
import { useRef } from 'react';
import { uuidV7 } from '../../shared/kernel/ids.ts';

const RANDOM_BYTES = 10;

/** A new identifier (UUID version 7): for a command, or for what it makes. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/**
 * The identifier of a command by what it asks: the same while the same thing is asked again (a retry after a failure),
 * a new one as soon as it differs.
 */
export function commandIds(makeId: () => string = newId): (asked: unknown) => string {
  let last: { readonly asked: string; readonly id: string } | null = null;
  return (asked) => {
    const key = JSON.stringify(asked);
    if (last?.asked !== key) last = { asked: key, id: makeId() };
    return last.id;
  };
}

/** `commandIds` for as long as a form is open. */
export function useCommandIds(): (asked: unknown) => string {
  const ids = useRef<((asked: unknown) => string) | null>(null);
  return (asked) => {
    ids.current ??= commandIds();
    return ids.current(asked);
  };
}
