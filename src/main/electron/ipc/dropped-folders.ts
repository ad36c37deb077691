import { ipcMain } from 'electron';
import path from 'node:path';
import type { CoreEvent } from '../../core-protocol.ts';
import type { Log } from '../../platform/log/log.ts';
import type { CoreClient } from '../core-client.ts';
import type { SenderEvent, TrustedSenders } from '../security/trusted-senders.ts';

/** Longer than any path of the systems we run on. */
const MAX_PATH = 32_767;

interface DropHandling {
  readonly senders: Pick<TrustedSenders, 'isTrusted'>;
  readonly core: Pick<CoreClient, 'offerFolder'>;
  readonly publish: (event: CoreEvent) => void;
  readonly log: Log;
}

/** The preload says where what was dropped lies; the page only learns what the core found there. */
export function registerDrops(handling: DropHandling): void {
  ipcMain.on('vav:drop', (event, dropped: unknown) => {
    void handleDrop(handling, event, dropped);
  });
}

export async function handleDrop(
  { senders, core, publish, log }: DropHandling,
  event: SenderEvent,
  dropped: unknown,
): Promise<void> {
  if (!senders.isTrusted(event)) {
    log.warn('drop.refused');
    return;
  }
  const answer = isPath(dropped) ? await core.offerFolder(dropped) : null;
  const preview = answer?.ok ? answer.data : null;
  publish({ type: 'event', name: 'dataset.folderOffered', payload: { preview } });
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_PATH && !value.includes('\0') && path.isAbsolute(value);
}
