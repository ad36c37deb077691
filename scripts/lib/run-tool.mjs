/** Runs a tool of the tests: what it prints is shown as it comes, kept, or both; nothing is ever asked of stdin. */
import { spawn } from 'node:child_process';
import { projectRoot } from './paths.mjs';

let current = null;

/** @returns {Promise<{ exitCode: number, output: string }>} */
export function runTool(file, args, { env, cwd = projectRoot, quiet = false }) {
  return new Promise((resolve, reject) => {
    // Through a pipe the tool cannot see whether a person reads.
    const colour = { FORCE_COLOR: !quiet && process.stdout.isTTY ? '1' : undefined };
    const child = spawn(file, args, { cwd, env: { ...env, ...colour }, stdio: ['ignore', 'pipe', 'pipe'] });
    current = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (!quiet) process.stdout.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      current = null;
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

/** When we are told to stop, the tool that runs stops first, and `exit` handlers (the virtual display) run. */
export function stopOnSignals() {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, () => {
      current?.kill(signal);
      process.exit(128 + number);
    });
  }
}
