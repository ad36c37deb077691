import { verifyCases } from '../../main/composition-root.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { parseOptions } from '../arguments.ts';
import { READER_OPTIONS, readerOf } from '../case-reader.ts';
import { stopIfAsked, type Command } from '../output.ts';
import type { VerifyOutput } from '../outputs.schema.ts';

/** `vav verify --account NAME|ID --passphrase-file FILE [--data-dir DIR] [--workspace W] [--json]` */
export const verify: Command = async (argv, { resolvePath, print, signal }) => {
  const { values } = parseOptions(argv, { ...READER_OPTIONS, json: { type: 'boolean', default: false } });
  const answer: VerifyOutput = await verifyCases(readerOf(values, resolvePath));
  await stopIfAsked(signal);
  const { operations, alteration } = answer;
  if (values.json) print(JSON.stringify(answer));
  else if (alteration === null) print(`whole ${operations}`);
  else print(`altered ${alteration.number} ${alteration.why}`);
  if (alteration === null) return;
  throw new AppError(
    'CASES_UNREADABLE',
    `Operation ${alteration.number} is not as it was written (${alteration.why}).`,
  );
};
