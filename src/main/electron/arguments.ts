import path from 'node:path';

const DATA_DIR = '--data-dir';

/**
 * The folder asked for by `--data-dir=DIR` or `--data-dir DIR`; the last one wins. Every other switch is ignored:
 * Chromium has its own, and a wrong one must not keep anyone from working.
 */
export function dataDirArgument(argv: readonly string[], cwd: string): string | null {
  let found = '';
  argv.forEach((argument, index) => {
    if (argument.startsWith(`${DATA_DIR}=`)) found = argument.slice(DATA_DIR.length + 1);
    else if (argument === DATA_DIR) found = argv[index + 1] ?? '';
  });
  return found === '' ? null : path.resolve(cwd, found);
}

interface Workstation {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

/**
 * Where each system keeps what belongs to one person on one machine. On Windows the local folder, not the roaming one:
 * reference data weigh too much to follow a person from desk to desk.
 */
export function defaultDataDir({ platform, env, home }: Workstation): string {
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'));
  return path.join(base, 'vis-a-vis');
}
