import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/kernel/app-error.ts';
import { datasetImport } from './commands/dataset-import.ts';
import { suggestEmployers } from './commands/suggest-employers.ts';
import { vectorsLabonneboite } from './commands/vectors-labonneboite.ts';
import { errorLine, exitCodeOf, type Command } from './output.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  'dataset import': datasetImport,
  'suggest employers': suggestEmployers,
  'vectors labonneboite': vectorsLabonneboite,
};

const USAGE = `vav dataset import --from DIR --out DIR [--json]
vav suggest employers --rome CODE[,CODE] --commune CODE [--radius KM] [--top N] [--group private|public|agency]
    [--order plain|spread] [--seed TEXT] [--dataset DIR] [--json]
vav vectors labonneboite FILE [--dataset DIR] [--json]
See docs/cli.md.`;

async function main(argv: readonly string[]): Promise<void> {
  const [noun = '', verb = '', ...rest] = argv;
  if (noun === '' || noun === '--help' || noun === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const name = `${noun} ${verb}`;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new AppError('INVALID_INPUT', `No command "${name.trim()}". Try: vav help`);
  // Every command listens and leaves nothing behind; a second Ctrl+C ends the process at once.
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const built = fileURLToPath(new URL('..', import.meta.url));
  await command(rest, {
    resourcesDir: resolve(built, '..', 'resources'),
    builtResourcesDir: resolve(built, 'resources'),
    // npm runs scripts from the project's root and remembers where the person was.
    resolvePath: (path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path),
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
    signal: stop.signal,
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${errorLine(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
