/** Calls the npm that called us, or the one on the PATH. */
import { spawnSync } from 'node:child_process';

/**
 * `npm run` exports its own settings (prefix, loglevel, options of the command) to its children; a nested npm must
 * obey only those that say how to reach the registry.
 */
const KEPT = /^npm_config_(cache|registry|userconfig|globalconfig|cafile|proxy|https_proxy|noproxy|strict_ssl)$/i;

export function npmEnv(env = process.env) {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !/^npm_config_/i.test(key) || KEPT.test(key)));
}

/** Runs npm; its output goes to stderr unless `capture`. */
export function npm(args, { cwd, capture = false }) {
  const options = {
    cwd,
    env: npmEnv(),
    encoding: 'utf8',
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
  };
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
