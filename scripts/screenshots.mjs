/** `npm run screenshots [FOLDER]`: every screen of the built application, both themes, into docs/screens. */
import { runMain } from './lib/report.mjs';
import { runWithElectron } from './lib/run-with-electron.mjs';

await runMain(() => runWithElectron('test/support/screenshots.ts', process.argv.slice(2)));
