import type { ErrorCode, ErrorDetails } from '../kernel/app-error.ts';
import type { SharedFrame } from './shared-view.contract.ts';

/** What every call answers: Electron carries only the message of a thrown error, so failures travel as values. */
export type Envelope<T> =
  | {
      readonly ok: true;
      readonly data: T;
      readonly meta: { readonly ms: number; readonly datasetVersion: string | null };
    }
  | { readonly ok: false; readonly error: WireError };

export interface WireError {
  readonly code: ErrorCode;
  /** One English sentence for logs and the command line; the interface has its own words per code. */
  readonly message: string;
  readonly details: ErrorDetails;
}

/** All that the window of the person is given, as `window.vavShared`. */
export interface SharedBridge {
  /** What is there to show; null for whoever may not ask. */
  ask(): Promise<SharedFrame | null>;
  /** The one listener: another takes its place. */
  on(listener: (frame: SharedFrame) => void): void;
}

/** The bridge the preload exposes as `window.vav`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}
