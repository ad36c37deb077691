/**
 * Called by electron-builder when a package has been laid out and not yet closed: puts the addon that better-sqlite3
 * ships back in the place of one compiled for the runtime of this machine (see scripts/lib/addon.mjs).
 */
import fs from 'node:fs';
import path from 'node:path';

/** Beside each replaced binary, provisioning left the shipped one under this ending. */
const ASIDE = '.shipped';

/** electron-builder looks the hook up by its name. */
export function afterPack({ appOutDir }) {
  const unpacked = path.join(
    appOutDir,
    'resources',
    'app.asar.unpacked',
    'node_modules',
    'better-sqlite3',
    'prebuilds',
  );
  restoreShipped(unpacked);
}

export function restoreShipped(folder) {
  for (const name of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    if (name.endsWith(ASIDE)) fs.renameSync(path.join(folder, name), path.join(folder, name.slice(0, -ASIDE.length)));
  }
}
