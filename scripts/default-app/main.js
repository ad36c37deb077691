/**
 * Stands in for the default application of Electron's own download, which the fallback runtime lacks:
 * `electron [-r module] PATH [arguments]`.
 *
 * An ES module on purpose: Electron holds back `ready` until it, and so the application's main, has been evaluated.
 */
import { app } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let target;
while (args.length > 0 && target === undefined) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') require(path.resolve(args.shift()));
  else if (!arg.startsWith('-')) target = arg;
}
if (target === undefined) {
  process.stderr.write('usage: electron PATH [arguments]\n');
  process.exit(2);
}

process.defaultApp = true;
const dir = path.resolve(target);
let entry = dir;
if (fs.statSync(dir).isDirectory()) {
  const {
    name,
    productName,
    version = '0.0.0',
    main = 'index.js',
  } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  app.setVersion(version);
  app.name = productName ?? name;
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(dir);
  entry = path.join(dir, main);
}
// Like Electron's own, it leaves process.argv as it was: the application looks its options up by name.
await import(pathToFileURL(entry).href);
