/** Keeps what is being written, at the latest so long after a change. */

export type AutosaveState = 'kept' | 'waiting' | 'keeping' | 'failed';

export interface Autosave<T> {
  /** Takes what is written now; it is kept at the latest `delayMs` later, however fast one types. */
  change(value: T): void;
  /** Keeps at once what is not kept yet. */
  flush(): Promise<void>;
  /** Whether nothing waits to be kept. */
  isKept(): boolean;
  /** Forgets what is not kept yet: it was validated or thrown away. */
  drop(): void;
}

interface AutosaveOptions<T> {
  readonly delayMs: number;
  readonly save: (value: T) => Promise<void>;
  readonly onState: (state: AutosaveState) => void;
  /** A save failed: the last of what was written is not kept. */
  readonly onFailed?: (value: T, error: unknown) => void;
  /** Whether trying again may do any good; where it may not, the next change or `flush` tries again. */
  readonly mayRetry?: (error: unknown) => boolean;
}

/** One save at a time, in the order of what was written; a failed one is tried again with what is written by then. */
export function makeAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { delayMs, save, onState, onFailed, mayRetry = () => true } = options;
  let pending: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const startTimer = (): void => {
    timer ??= setTimeout(() => void autosave.flush(), delayMs);
  };
  const keepAll = async (): Promise<void> => {
    while (pending !== null) {
      const taken = pending;
      pending = null;
      onState('keeping');
      try {
        await save(taken.value);
      } catch (error) {
        pending ??= taken;
        onState('failed');
        onFailed?.(pending.value, error);
        if (mayRetry(error)) startTimer();
        return;
      }
    }
    onState('kept');
  };

  const autosave: Autosave<T> = {
    change(value) {
      pending = { value };
      startTimer();
      onState('waiting');
    },
    flush() {
      stopTimer();
      // What changed while a save runs is kept by the same loop.
      if (running === null && pending !== null) {
        running = keepAll().finally(() => {
          running = null;
        });
      }
      return running ?? Promise.resolve();
    },
    isKept: () => pending === null && running === null,
    drop() {
      stopTimer();
      pending = null;
    },
  };
  return autosave;
}
