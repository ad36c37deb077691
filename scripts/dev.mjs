/** `npm run dev`: the application with hot reload of the renderer, and a restart when the main process changes. */
import { ensureBuild, forgetBuild } from './lib/build.mjs';
import { currentMachine, electronEnv, electronFlags, runForeground, withDisplay } from './lib/display.mjs';
import { projectNode, toolEnv, toolScript } from './lib/paths.mjs';
import { provisionElectron } from './lib/provision.mjs';
import { runMain } from './lib/report.mjs';

await runMain(async () => {
  const { exe } = await provisionElectron();
  await ensureBuild({ only: 'geography' });
  // electron-vite writes its development build over the other.
  forgetBuild();
  return withDisplay((displayEnv) => {
    const machine = currentMachine({ ...process.env, ...displayEnv });
    const env = toolEnv({ ...displayEnv, ...electronEnv(exe, machine) });
    const cli = toolScript('electron-vite', 'bin/electron-vite.js');
    const args = ['dev', '--watch', '--', ...electronFlags(machine), ...process.argv.slice(2)];
    return runForeground(projectNode(), [cli, ...args], { env });
  });
});
