import type { CoreEvent } from '../core-protocol.ts';

/** What is used of Electron's clipboard: its methods answer at once in old versions and later in recent ones. */
export interface ClipboardDoor {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void;
}

export interface ClipboardLoan {
  /** Puts text on the clipboard; after so many seconds it is taken away, unless something else took its place. */
  lend(text: string, seconds: number): Promise<void>;
  /** Takes away what is still lent: the application ends. */
  end(): Promise<void>;
  /** Takes it away too once nobody has the case files open. */
  hear(event: CoreEvent): void;
}

interface Lent {
  readonly text: string;
  readonly timer: NodeJS.Timeout;
}

/** Notes go to another application by the clipboard, and do not stay on it. */
export function makeClipboardLoan(clipboard: ClipboardDoor): ClipboardLoan {
  let lent: Lent | null = null;
  const current = (): Lent | null => lent;
  const end = async (): Promise<void> => {
    if (lent === null) return;
    const { text, timer } = lent;
    lent = null;
    clearTimeout(timer);
    if ((await clipboard.readText()) === text) clipboard.clear();
  };
  return {
    async lend(text, seconds) {
      await end();
      // Counted from before it is there: it goes away even when nothing can be read back.
      const timer = setTimeout(() => void end(), seconds * 1000);
      lent = { text, timer };
      await clipboard.writeText(text);
      // Some systems change the ends of lines: what is read back is what will be compared.
      const kept = await clipboard.readText();
      if (current()?.timer === timer) lent = { text: kept, timer };
    },
    end,
    hear(event) {
      if (event.name === 'access.changed' && event.payload.session === null) void end();
    },
  };
}
