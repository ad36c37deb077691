import { readFileSync } from 'node:fs';
import { replayDecisions } from '../../main/composition-root.ts';
import { defaultDataDir, thisWorkstation } from '../../main/platform/files/data-dir.ts';
import { dataFolderOf } from '../../main/platform/files/moved-folder.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { existingFolder, oneOf, parseOptions, required } from '../arguments.ts';
import { stopIfAsked, type Command } from '../output.ts';
import type { ReplayOutput } from '../outputs.schema.ts';

/**
 * `vav replay ID|--all --account NAME|ID --passphrase-file FILE [--data-dir DIR] [--workspace W] [--json]`. A passphrase
 * comes by a file: arguments and the environment of a process are shown to others.
 */
export const replay: Command = async (argv, { resolvePath, print, signal }) => {
  const { values, positionals } = parseOptions(
    argv,
    {
      all: { type: 'boolean', default: false },
      account: { type: 'string' },
      'passphrase-file': { type: 'string' },
      'data-dir': { type: 'string' },
      workspace: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    { mostPositionals: 1 },
  );
  const [id = null] = positionals;
  if ((id === null) !== values.all) throw new AppError('INVALID_INPUT', 'Give the ID of a decision, or --all.');
  const decisions = await replayDecisions({
    dataDir: dataFolderOf(
      values['data-dir'] === undefined
        ? defaultDataDir(thisWorkstation())
        : existingFolder(resolvePath(values['data-dir']), 'data-dir'),
    ),
    workspace: values.workspace === undefined ? null : oneOf(values.workspace, 'workspace', ['demonstration', 'own']),
    account: required(values.account, 'account'),
    passphrase: passphraseIn(resolvePath(required(values['passphrase-file'], 'passphrase-file'))),
    decisionId: id,
  });
  await stopIfAsked(signal);
  const count = (verdict: ReplayOutput['decisions'][number]['verdict']): number =>
    decisions.filter((decision) => decision.verdict === verdict).length;
  const answer: ReplayOutput = {
    replayed: decisions.length,
    same: count('same'),
    different: count('different'),
    engineRetired: count('engine-retired'),
    notComputed: count('not-computed'),
    decisions,
  };
  if (values.json) print(JSON.stringify(answer));
  else for (const decision of decisions) print(`${decision.verdict.padEnd(14)} ${decision.id}`);
  const others = answer.different + answer.engineRetired;
  if (others > 0) {
    throw new AppError('INTERNAL', `${others} of ${answer.replayed} decisions do not give the same figures again.`);
  }
};

/** The first line of a file, without its end. @throws AppError INVALID_INPUT when it cannot be read or is empty */
function passphraseIn(file: string): string {
  const [line = ''] = readText(file).split(/\r?\n/);
  if (line === '') throw new AppError('INVALID_INPUT', 'The file of --passphrase-file is empty.');
  return line;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new AppError('INVALID_INPUT', 'The file of --passphrase-file cannot be read.');
  }
}
