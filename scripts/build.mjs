/** `npm run build`: brings out/ up to date with the sources. `--force` builds whatever the state of out/. */
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runMain, say } from './lib/report.mjs';

await runMain(async () => {
  await ensureDependencies();
  const built = await ensureBuild({ force: process.argv.includes('--force') });
  if (!built) say('build', 'out/ is up to date');
});
