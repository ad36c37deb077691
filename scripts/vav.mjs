/**
 * `vav`, the command line, from a clone: builds first when sources are newer, on stderr; stdout belongs to the answer.
 * VAV_RUNTIME=electron runs it on Electron's own Node, to compare the two.
 */
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { runForeground } from './lib/display.mjs';
import { projectNode, projectRoot } from './lib/paths.mjs';
import { provisionElectron, provisionNode } from './lib/provision.mjs';
import { runMain } from './lib/report.mjs';

await runMain(async () => {
  const onElectron = process.env.VAV_RUNTIME === 'electron';
  const exe = onElectron ? (await provisionElectron()).exe : await provisionNode().then(projectNode);
  await ensureBuild();
  const env = onElectron ? { ...process.env, ELECTRON_RUN_AS_NODE: '1' } : process.env;
  const cli = path.join(projectRoot, 'out', 'main', 'cli.js');
  return runForeground(exe, [cli, ...process.argv.slice(2)], { env, cwd: process.cwd() });
});
