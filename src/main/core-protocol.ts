import type { CallOutput, CoreCallName, EventName, EventPayload } from '../shared/contract/index.ts';
import type { Envelope } from '../shared/contract/wire.ts';

/**
 * What the shell and the core worker say to each other: types only. Messages keep their order, and those sent before
 * `ready` wait in the port.
 */

/** Given to the worker as `workerData`. */
export interface CoreStart {
  readonly dataDir: string;
  /** The folder that the application starts in: the same one, unless the data were moved from it. */
  readonly startDir: string;
  readonly resourcesDir: string;
  /** Check what the core answers too: while developing, where a wrong answer must be seen at once. */
  readonly checksOutput: boolean;
  readonly versions: { readonly app: string; readonly electron: string | null };
}

/** What is said of a folder that the data would go to. */
export type OfferedPlace = NonNullable<CallOutput<'dataFolder.choose'>>;

/** What a folder offered by a dialog or a drop holds. */
export type FolderPreview = CallOutput<'dataset.previewFolder'>;

export type ToCore =
  | { readonly type: 'call'; readonly id: number; readonly name: CoreCallName; readonly input: unknown }
  /** One of the two messages that carry a path: chosen in a dialog or dropped on the window, never sent by the interface. */
  | { readonly type: 'offerFolder'; readonly id: number; readonly path: string }
  /** The same for a folder that the data would go to. */
  | { readonly type: 'offerPlace'; readonly id: number; readonly path: string }
  /** The core ends its work, closes its files and answers `closed`. */
  | { readonly type: 'shutdown' };

export type CoreEvent = {
  readonly [N in EventName]: { readonly type: 'event'; readonly name: N; readonly payload: EventPayload<N> };
}[EventName];

export type FromCore =
  | { readonly type: 'answer'; readonly id: number; readonly envelope: Envelope<unknown> }
  | CoreEvent
  | { readonly type: 'ready' }
  | { readonly type: 'closed' };
