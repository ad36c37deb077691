import { contextBridge, ipcRenderer } from 'electron';
import type { SharedFrame } from '../shared/contract/shared-view.contract.ts';
import type { SharedBridge } from '../shared/contract/wire.ts';

let listener: ((frame: SharedFrame) => void) | null = null;

ipcRenderer.on('vav:shared', (_event, frame: SharedFrame) => listener?.(frame));

/** What the person's window can do: be told what to show, and ask what it is once. It has no call, and no way to make one. */
const bridge: SharedBridge = {
  ask: () => ipcRenderer.invoke('vav:shared') as Promise<SharedFrame | null>,
  on(heard) {
    if (typeof heard !== 'function') throw new TypeError('A listener is a function.');
    listener = (frame) => heard(frame);
  },
};

contextBridge.exposeInMainWorld('vavShared', Object.freeze(bridge));
