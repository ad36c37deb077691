/** What a module remembers outside the query cache may be about somebody: it is forgotten when the keyboard changes hands. */
type Forget = () => void;

const listeners = new Set<Forget>();

/** Registers what empties a memory; the function returned takes it back. */
export function onForget(forget: Forget): () => void {
  listeners.add(forget);
  return () => {
    listeners.delete(forget);
  };
}

/** The case files closed, or another person is at the keyboard. */
export function forgetEverybody(): void {
  for (const forget of [...listeners]) forget();
}
