import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { isOwnUrl } from './app-url.ts';

export type SenderEvent = Pick<IpcMainEvent | IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

export interface TrustedSenders {
  trust(contents: Pick<WebContents, 'id' | 'once'>): void;
  isTrusted(event: SenderEvent): boolean;
}

/** Only the main frame of a window we made, showing a page of ours, is listened to. */
export function makeTrustedSenders(): TrustedSenders {
  const ids = new Set<number>();
  return {
    trust(contents) {
      const { id } = contents;
      ids.add(id);
      contents.once('destroyed', () => ids.delete(id));
    },
    isTrusted({ sender, senderFrame }) {
      try {
        // Null when the frame has navigated or gone since it spoke.
        if (senderFrame === null || senderFrame.parent !== null) return false;
        return ids.has(sender.id) && isOwnUrl(senderFrame.url);
      } catch {
        // Reading a frame that has just been disposed of throws.
        return false;
      }
    },
  };
}
