/**
 * `npm start`: from any clone to the window. Installs, provisions and builds what is missing, then starts the
 * application. `npm start -- --data-dir DIR` passes the option on.
 */
import { ensureBuild } from './lib/build.mjs';
import { spawnElectron } from './lib/display.mjs';
import { provisionElectron } from './lib/provision.mjs';
import { runMain } from './lib/report.mjs';

await runMain(async () => {
  const { exe } = await provisionElectron();
  await ensureBuild();
  return spawnElectron(exe, process.argv.slice(2));
});
