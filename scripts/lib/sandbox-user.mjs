/**
 * Runs Playwright as a user without rights, so that Chromium's sandbox is the one people will have. That user can read
 * neither root's home nor, perhaps, the clone: it gets a copy of what it needs in a temporary folder.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { currentMachine, electronEnv } from './display.mjs';
import { projectNode, projectRoot, readJson } from './paths.mjs';
import { ProvisionError } from './report.mjs';
import { runTool } from './run-tool.mjs';

/** "nobody" of every Linux. */
const NOBODY = 65534;

/** What of the project stays out of the copy; node_modules is linked apart. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'test-results', 'playwright-report']);

/** @returns {Promise<{ exitCode: number, output: string, report: object | null }>} */
export async function runAsNobody(args, { env, displayEnv, exe }) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-nobody-'));
  fs.chmodSync(dir, 0o755);
  try {
    const place = furnish(dir, exe, displayEnv);
    const report = path.join(place.home, 'report.json');
    // Nothing of root's environment that names a place it may not see.
    const { PATH, LANG, CI } = process.env;
    const base = { LANG, CI, ...env, ...displayEnv, XAUTHORITY: place.authority };
    const machine = { ...currentMachine(), uid: NOBODY, env: base };
    const fullEnv = {
      ...base,
      ...electronEnv(place.exe, machine),
      PATH: `${path.dirname(place.node)}${path.delimiter}${PATH}`,
      HOME: place.home,
      TMPDIR: place.tmp,
      // The tests may skip themselves elsewhere: here a skip would be a lie.
      VAV_EXPECT_SANDBOX: '1',
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const who = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
    const output = ['--output', path.join(place.home, 'test-results')];
    const command = [...who, place.node, ...args, ...output];
    const result = await runTool('setpriv', command, { env: fullEnv, cwd: place.project });
    return { ...result, report: readJson(report) };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Copies the runtime, the project and its modules, and makes a home. */
function furnish(dir, exe, displayEnv) {
  const project = path.join(dir, 'project');
  const runtime = path.join(dir, 'electron');
  copy(path.dirname(exe), runtime);
  fs.mkdirSync(project);
  for (const name of fs.readdirSync(projectRoot)) {
    if (!LEFT_OUT.has(name)) copy(path.join(projectRoot, name), path.join(project, name));
  }
  run('chmod', ['-R', 'a+rX', runtime, project]);
  linkTree(path.join(projectRoot, 'node_modules'), path.join(project, 'node_modules'));
  const place = { project, exe: path.join(runtime, path.basename(exe)), home: path.join(dir, 'home') };
  const tmp = path.join(dir, 'tmp');
  for (const own of [place.home, tmp]) fs.mkdirSync(own);
  const authority = path.join(place.home, '.Xauthority');
  const shown = displayEnv.XAUTHORITY ?? process.env.XAUTHORITY;
  if (shown) fs.copyFileSync(shown, authority);
  run('chown', ['-R', `${NOBODY}:${NOBODY}`, place.home, tmp]);
  const node = path.join(project, path.relative(projectRoot, projectNode()));
  return { ...place, tmp, authority, node: fs.existsSync(node) ? node : projectNode() };
}

function copy(from, to) {
  run('cp', ['-r', '--reflink=auto', from, to]);
}

/** 500 MB by name only where the temporary folder is on the same disk, by copy elsewhere. */
function linkTree(from, to) {
  if (spawnSync('cp', ['-rl', from, to], { stdio: 'ignore' }).status === 0) return;
  fs.rmSync(to, { recursive: true, force: true });
  copy(from, to);
}

function run(file, args) {
  const result = spawnSync(file, args, { encoding: 'utf8' });
  if (result.status !== 0) throw new ProvisionError(`${file} failed: ${result.error ?? result.stderr}`);
}
