/** Runs a TypeScript script of the project that starts the built application: same Electron, flags and display as the tests. */
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { currentMachine, electronEnv, runForeground, withDisplay } from './display.mjs';
import { projectNode, projectRoot, toolEnv } from './paths.mjs';
import { provisionElectron } from './provision.mjs';

/** @returns {Promise<number>} the exit code of the script */
export async function runWithElectron(script, args) {
  const { exe } = await provisionElectron();
  await ensureBuild();
  const machine = currentMachine();
  return withDisplay((displayEnv) => {
    const env = toolEnv({ ...displayEnv, ...electronEnv(exe, machine) });
    return runForeground(projectNode(), [path.join(projectRoot, script), ...args], { env });
  });
}
