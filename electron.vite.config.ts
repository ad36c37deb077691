import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { outlines } from './scripts/build-outlines.mjs';

/**
 * The oldest runtime that must run the build: development machines without access to GitHub use Electron 33, whatever
 * the installed `electron` types say.
 */
const NODE = 'node20.18';
const CHROME = 'chrome130';

const source = (path: string): string => resolve(import.meta.dirname, 'src', path);

const OUTLINES = 'virtual:outlines';

/** The ground of the map is made here, from a package of 5 MB: a module of its own, read with the map. */
const outlinesModule = () => ({
  name: 'outlines',
  resolveId: (id: string) => (id === OUTLINES ? `\0${OUTLINES}` : null),
  load: (id: string) =>
    id === `\0${OUTLINES}`
      ? `export const outlines = JSON.parse(${JSON.stringify(JSON.stringify(outlines()))});`
      : null,
});

export default defineConfig({
  main: {
    build: {
      target: NODE,
      sourcemap: true,
      // Everything is bundled save the native addon: the package then ships out/ and one dependency.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        // Workers and the command line are plain inputs: each is a file that can be started by its path.
        input: {
          index: source('main/index.ts'),
          'core.worker': source('main/core.worker.ts'),
          'dataset.worker': source('main/dataset/dataset.worker.ts'),
          'cases.worker': source('main/backup/cases.worker.ts'),
          cli: source('cli/vav.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts'), shared: source('preload/shared.ts') },
        // A sandboxed preload can only be CommonJS, and can only import `electron`.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), outlinesModule()],
    worker: { format: 'es' },
    // Replaced by a fresh nonce in each answer of the app:// protocol.
    html: { cspNonce: '__CSP_NONCE__' },
    // The page is app://vav in development too: hot reload must be told where its server is.
    server: { port: 5173, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 } },
    build: {
      target: CHROME,
      minify: true,
      // Read from the disk, not from a network: the warning is for a chunk that doubles.
      chunkSizeWarningLimit: 3_000,
      rolldownOptions: { input: { index: source('renderer/index.html'), shared: source('renderer/shared.html') } },
    },
  },
});
