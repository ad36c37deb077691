import type { Bridge, SharedBridge } from '../../shared/contract/wire.ts';

declare global {
  interface Window {
    /** The only way out of the page: see src/preload. */
    readonly vav: Bridge;
    /** The same for the page of the person, which has this one only: see src/preload/shared.ts. */
    readonly vavShared: SharedBridge;
  }
}
