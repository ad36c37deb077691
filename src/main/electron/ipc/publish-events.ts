import type { WebContents } from 'electron';
import type { CoreEvent } from '../../core-protocol.ts';

/** Tells the window what happened. Without a window nobody is there to know. */
export function publishEvent(contents: Pick<WebContents, 'isDestroyed' | 'send'> | null, event: CoreEvent): void {
  if (contents === null || contents.isDestroyed()) return;
  contents.send('vav:event', event.name, event.payload);
}
