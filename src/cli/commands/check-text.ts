import { makeGuardUseCases } from '../../main/composition-root.ts';
import { calls } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { parseOptions } from '../arguments.ts';
import type { Command } from '../output.ts';
import type { CheckTextOutput } from '../outputs.schema.ts';

/** `vav check-text [--json] < TEXT`: what the application marks in a text. Nothing of it is kept, nor logged. */
export const checkText: Command = async (argv, { resourcesDir, readInput, print }) => {
  const { values } = parseOptions(argv, { json: { type: 'boolean', default: false } });
  const text = await readInput();
  if (!calls['guard.check'].input.safeParse({ text }).success) {
    throw new AppError('INVALID_INPUT', 'The text on stdin is longer than any field of the application.');
  }
  const guard = makeGuardUseCases(resourcesDir);
  const answer: CheckTextOutput = {
    findings: guard.check(text).map((finding) => ({ ...finding, why: guard.why(finding.family) })),
    blocking: guard.blocking(text).map((found) => ({ ...found, why: guard.why(found.number) })),
  };
  if (values.json) print(JSON.stringify(answer));
  else print(asLines(text, answer));
};

/** One line each, as they stand in the text; a number is not repeated. */
function asLines(text: string, { findings, blocking }: CheckTextOutput): string {
  const lines = [
    ...findings.map(({ start, end, why, suggestion }) => {
      const instead =
        suggestion === null ? 'Mieux vaut ne pas l’écrire.' : `À la place\u00a0: «\u00a0${suggestion}\u00a0».`;
      return `${start}-${end} «\u00a0${text.slice(start, end)}\u00a0» ${why} ${instead}`;
    }),
    ...blocking.map(({ start, end, why }) => `${start}-${end} ${why}`),
  ];
  return lines.length === 0 ? 'Rien à relire.' : lines.join('\n');
}
