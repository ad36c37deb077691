import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { AppError } from '../shared/kernel/app-error.ts';
import { checkText } from './commands/check-text.ts';
import { datasetImport } from './commands/dataset-import.ts';
import { demoSeries } from './commands/demo-series.ts';
import { modelEvaluate } from './commands/model-evaluate.ts';
import { modelForecast } from './commands/model-forecast.ts';
import { modelTrain } from './commands/model-train.ts';
import { replay } from './commands/replay.ts';
import { suggestEmployers } from './commands/suggest-employers.ts';
import { verify } from './commands/verify.ts';
import { vectorsLabonneboite } from './commands/vectors-labonneboite.ts';
import { errorLine, exitCodeOf, type Command } from './output.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  'check-text': checkText,
  'dataset import': datasetImport,
  'demo series': demoSeries,
  'model evaluate': modelEvaluate,
  'model forecast': modelForecast,
  'model train': modelTrain,
  replay,
  'suggest employers': suggestEmployers,
  'vectors labonneboite': vectorsLabonneboite,
  verify,
};

const USAGE = `vav dataset import --from DIR --out DIR [--json]
vav suggest employers --rome CODE[,CODE] --commune CODE [--radius KM] [--top N] [--group private|public|agency]
    [--order plain|spread] [--seed TEXT] [--dataset DIR] [--json]
vav vectors labonneboite FILE [--dataset DIR] [--json]
vav demo series --out DIR [--employers N] [--months N] [--last YYYY-MM] [--seed N] [--json]
vav model evaluate FOLDER [--json]
vav model train FOLDER --out FILE [--json]
vav model forecast FOLDER --model FILE --out FILE [--json]
vav check-text [--json] < TEXT
vav replay ID|--all --account NAME|ID --passphrase-file FILE [--data-dir DIR] [--workspace demonstration|own] [--json]
vav verify --account NAME|ID --passphrase-file FILE [--data-dir DIR] [--workspace demonstration|own] [--json]
See docs/cli.md.`;

async function main(argv: readonly string[]): Promise<void> {
  const [noun = '', verb = ''] = argv;
  if (noun === '' || noun === '--help' || noun === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const name = [`${noun} ${verb}`, noun].find((words) => Object.hasOwn(COMMANDS, words));
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || command === undefined) {
    throw new AppError('INVALID_INPUT', `No command "${`${noun} ${verb}`.trim()}". Try: vav help`);
  }
  const rest = argv.slice(name.split(' ').length);
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
    readInput: () => textOf(process.stdin),
    print: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
    signal: stop.signal,
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${errorLine(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
