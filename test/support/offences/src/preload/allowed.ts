import { ipcRenderer } from 'electron';
import type { Contract } from '../shared/contract/contract.ts';

export const forward: [typeof ipcRenderer, Contract | null] = [ipcRenderer, null];
