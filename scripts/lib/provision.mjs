/** Everything the application needs to run here, in the order in which each step makes the next one possible. */
import fs from 'node:fs';
import { compiledAddon, ensureCompiledAddon, installAddon, needsCompiledAddon } from './addon.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { currentMachine, lacksDisplay } from './display.mjs';
import { projectNode } from './paths.mjs';
import { electronRuntime, probeRuntime } from './runtime.mjs';
import { ensureSystemPackages } from './system.mjs';

/**
 * Electron, its system libraries, a display if there is none, the addon. Immediate when all is there.
 * @returns {Promise<{ exe: string, kind: string, version: string, napi: number }>}
 */
export async function provisionElectron() {
  await ensureDependencies();
  const runtime = await electronRuntime();
  // Even as a plain Node, Electron starts only with all its libraries.
  await ensureSystemPackages({ electronExe: runtime.exe, virtualDisplay: lacksDisplay(currentMachine()) });
  const probe = probeRuntime(runtime);
  await provisionAddon([probe.napi, nodeNapi()]);
  return { exe: runtime.exe, kind: runtime.kind, version: probe.electron, napi: probe.napi };
}

/** What the command line needs under Node alone: no Electron is downloaded for it. */
export async function provisionNode() {
  await ensureDependencies();
  await provisionAddon([nodeNapi()]);
}

async function provisionAddon(napiVersions) {
  if (!needsCompiledAddon(napiVersions)) return;
  if (!fs.existsSync(compiledAddon())) await ensureSystemPackages({ compiler: true });
  installAddon(await ensureCompiledAddon());
}

/** The Node-API of the Node that runs the tools, the tests and the command line. */
function nodeNapi() {
  return probeRuntime({ exe: projectNode() }).napi;
}
