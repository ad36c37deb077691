/** `npm run bench [-- employers import start]`: tables of ratios measured side by side in one run. */
import { runMain } from './lib/report.mjs';
import { runWithElectron } from './lib/run-with-electron.mjs';

await runMain(() => runWithElectron('test/bench/main.ts', process.argv.slice(2)));
