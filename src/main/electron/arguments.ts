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
