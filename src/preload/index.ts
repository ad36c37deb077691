import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge, Envelope } from '../shared/contract/wire.ts';

/** The main process knows the names; here only what could not be one is turned away. */
const MAX_NAME = 64;
const EVENT_NAME = /^[a-z][a-zA-Z]*\.[a-zA-Z]+$/;

const listeners = new Map<string, Set<(payload: unknown) => void>>();

ipcRenderer.on('vav:event', (_event, name: string, payload: unknown) => {
  // A copy: a listener may unsubscribe while it is told.
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
});

const bridge: Bridge = {
  call(name, input) {
    if (typeof name !== 'string' || name.length > MAX_NAME) {
      const error = { code: 'UNKNOWN_CALL', message: 'There is no such call.', details: {} } as const;
      return Promise.resolve({ ok: false, error });
    }
    return ipcRenderer.invoke('vav:call', name, input) as Promise<Envelope<unknown>>;
  },
  on(name, listener) {
    if (typeof name !== 'string' || name.length > MAX_NAME || !EVENT_NAME.test(name)) {
      throw new TypeError('There is no such event.');
    }
    if (typeof listener !== 'function') throw new TypeError('A listener is a function.');
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard);
    // Wrapped, so that a function given twice is two subscriptions.
    const tell = (payload: unknown): void => listener(payload);
    heard.add(tell);
    return () => {
      heard.delete(tell);
    };
  },
};

contextBridge.exposeInMainWorld('vav', Object.freeze(bridge));

/** Files dragged in from the system, as opposed to text moved about in the page. */
function carriesFiles(event: DragEvent): boolean {
  return event.isTrusted && (event.dataTransfer?.types.includes('Files') ?? false);
}

// Before the page hears of it: the path of what was dropped goes to the main process, and the page never sees it.
window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), true);
window.addEventListener(
  'drop',
  (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    ipcRenderer.send('vav:drop', file === undefined ? '' : webUtils.getPathForFile(file));
  },
  true,
);
