import { ipcMain } from 'electron';
import type { SharedFrame } from '../../../shared/contract/shared-view.contract.ts';
import type { Log } from '../../platform/log/log.ts';
import type { SenderEvent, TrustedSenders } from '../security/trusted-senders.ts';

interface SharedBoard {
  /** The windows of the person: those of the advisor are not among them, and these are in no other list. */
  readonly senders: Pick<TrustedSenders, 'isTrusted'>;
  readonly frame: () => SharedFrame;
  readonly log: Log;
}

/** The one question that the person's window may ask: what is there to show. It takes no argument. */
export function registerShared(board: SharedBoard): void {
  ipcMain.handle('vav:shared', (event) => answerShared(board, event));
}

export function answerShared({ senders, frame, log }: SharedBoard, event: SenderEvent): SharedFrame | null {
  if (senders.isTrusted(event)) return frame();
  log.warn('shared.refused');
  return null;
}
