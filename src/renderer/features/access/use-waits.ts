import { useEffect, useState } from 'react';
import type { ListedAccount } from '../../../shared/domain/access/access.schema.ts';

const TICK_MS = 250;

/** Until when each account must wait, in milliseconds of the page's own clock, which nobody sets back. */
type Ends = Readonly<Record<string, number>>;

interface Waits {
  /** Whole seconds left for an account; 0 when it may be tried. */
  readonly of: (accountId: string) => number;
  readonly start: (accountId: string, seconds: number) => void;
}

function endsOf(accounts: readonly ListedAccount[], now: number): Ends {
  return Object.fromEntries(accounts.map(({ id, waitSeconds }) => [id, now + waitSeconds * 1000]));
}

/** Counts down the delays after wrong passphrases; the core holds to them, here they are only told. */
export function useWaits(accounts: readonly ListedAccount[]): Waits {
  const [ends, setEnds] = useState<Ends>(() => endsOf(accounts, performance.now()));
  const [now, setNow] = useState(() => performance.now());
  const isWaiting = Object.values(ends).some((end) => end > now);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return {
    of: (accountId) => Math.max(0, Math.ceil(((ends[accountId] ?? 0) - now) / 1000)),
    start(accountId, seconds) {
      const started = performance.now();
      setNow(started);
      setEnds((former) => ({ ...former, [accountId]: started + seconds * 1000 }));
    },
  };
}
