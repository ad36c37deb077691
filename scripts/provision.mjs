/** `npm run provision`: makes this machine able to run the application and its tests. Immediate the second time. */
import { provisionElectron } from './lib/provision.mjs';
import { duration, runMain, say } from './lib/report.mjs';

await runMain(async () => {
  const start = performance.now();
  const { kind, version, exe } = await provisionElectron();
  say('provision', `Electron ${version} (${kind}) and the SQLite addon are ready: ${exe}`);
  say('provision', `took ${duration(performance.now() - start)}`);
});
