import { spawn } from 'node:child_process';
import { builtCli } from './project.ts';

export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** The runtime: this Node unless told otherwise. */
  readonly exe?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Ctrl+C, once that is told on stderr. */
  readonly interruptAt?: string;
  /** What is given on stdin: nothing unless told otherwise. */
  readonly input?: string;
}

/** Runs the built command line in a process of its own, as a person would. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const { exe = process.execPath, env = {}, cwd = process.cwd(), interruptAt, input = '' } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(exe, [builtCli(), ...args], {
      cwd,
      // Where npm remembers the person was: here they are in `cwd`.
      env: { ...process.env, INIT_CWD: cwd, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(input);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text: string) => (output[name] += text));
    }
    if (interruptAt !== undefined) {
      const interrupt = (): void => {
        if (!output.stderr.includes(interruptAt)) return;
        child.stderr.off('data', interrupt);
        child.kill('SIGINT');
      };
      child.stderr.on('data', interrupt);
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 128, ...output }));
  });
}
