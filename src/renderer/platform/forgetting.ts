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

type ForgetFile = (caseId: string) => void;

const fileListeners = new Set<ForgetFile>();

/** Registers what takes one file out of a memory. */
export function onForgetFile(forget: ForgetFile): void {
  fileListeners.add(forget);
}

/** The file is erased: nothing of it is remembered either. */
export function forgetFile(caseId: string): void {
  for (const forget of fileListeners) forget(caseId);
}
