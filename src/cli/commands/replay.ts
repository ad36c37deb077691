import { replayDecisions } from '../../main/composition-root.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { parseOptions } from '../arguments.ts';
import { READER_OPTIONS, readerOf } from '../case-reader.ts';
import { stopIfAsked, type Command } from '../output.ts';
import type { ReplayOutput } from '../outputs.schema.ts';

/**
 * `vav replay ID|--all --account NAME|ID --passphrase-file FILE [--data-dir DIR] [--workspace W] [--json]`
 */
export const replay: Command = async (argv, { resolvePath, print, signal }) => {
  const { values, positionals } = parseOptions(
    argv,
    {
      all: { type: 'boolean', default: false },
      ...READER_OPTIONS,
      json: { type: 'boolean', default: false },
    },
    { mostPositionals: 1 },
  );
  const [id = null] = positionals;
  if ((id === null) !== values.all) throw new AppError('INVALID_INPUT', 'Give the ID of a decision, or --all.');
  const decisions = await replayDecisions({ ...readerOf(values, resolvePath), decisionId: id });
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
