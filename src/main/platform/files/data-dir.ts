import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Workstation {
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
      ? (env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'));
  return join(base, 'vis-a-vis');
}

export function thisWorkstation(): Workstation {
  return { platform: process.platform, env: process.env, home: homedir() };
}
