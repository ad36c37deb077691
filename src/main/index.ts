import { fileURLToPath } from 'node:url';
import { startShell } from './electron/lifecycle.ts';

/** Places are relative to the built file (out/main/index.js), the one thing an entry knows that a chunk does not. */
const built = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

startShell({
  coreWorker: built('./core.worker.js'),
  preload: built('../preload/index.cjs'),
  sharedPreload: built('../preload/shared.cjs'),
  renderer: built('../renderer'),
});
