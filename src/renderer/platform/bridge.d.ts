import type { Bridge } from '../../shared/contract/wire.ts';

declare global {
  interface Window {
    /** The only way out of the page: see src/preload. */
    readonly vav: Bridge;
  }
}
