import { evaluateModel } from '../../main/composition-root.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { existingFolder, parseOptions } from '../arguments.ts';
import { tellParts, type Command } from '../output.ts';
import type { ModelEvaluateOutput } from '../outputs.schema.ts';

/** `vav model evaluate FOLDER [--json]` */
export const modelEvaluate: Command = async (argv, { resolvePath, print, tell, signal }) => {
  const { values, positionals } = parseOptions(
    argv,
    { json: { type: 'boolean', default: false } },
    { mostPositionals: 1 },
  );
  const folder = countsFolder(positionals, resolvePath);
  const answer: ModelEvaluateOutput = await evaluateModel(folder, { signal, onProgress: tellParts(tell) });
  if (values.json) {
    print(JSON.stringify(answer));
    return;
  }
  for (const line of scoreLines(answer.evaluation)) print(line);
  for (const { guard, reason } of answer.failures) print(`refused: ${guard}: ${reason}`);
  if (answer.failures.length === 0) print('every guard is passed');
};

/** @throws AppError INVALID_INPUT */
export function countsFolder(positionals: readonly string[], resolvePath: (path: string) => string): string {
  const [folder] = positionals;
  if (folder === undefined) throw new AppError('INVALID_INPUT', 'A folder of counts is needed.');
  return existingFolder(resolvePath(folder), 'counts');
}

/** The figures as a table, and what is furthest from its forecast. */
export function scoreLines(evaluation: ModelEvaluateOutput['evaluation']): readonly string[] {
  const { employers, hires, scoredFrom, scoredTo, forecast, lastYear, reference, departements, sectors } = evaluation;
  const methods = [
    ['forecast', forecast] as const,
    ['last year', lastYear] as const,
    ['reference', reference] as const,
  ];
  const percent = (share: number | null): string => (share === null ? '-' : (share * 100).toFixed(1)).padStart(6);
  return [
    `${employers} employers, ${hires} hires from ${scoredFrom} to ${scoredTo}, learned from the months before`,
    'method      top decile %  log score  mean error  90 % holds  shown  shown, 5 hires or more',
    ...methods.map(([name, scores]) => {
      if (scores === null) return `${name.padEnd(10)}  too few months for its seven periods`;
      const ninety = scores.coverage.find(({ level }) => level === 0.9);
      return (
        `${name.padEnd(10)}  ${percent(scores.topDecileCapture).padStart(12)}  ${scores.logScore.toFixed(4).padStart(9)}  ` +
        `${scores.meanAbsoluteError.toFixed(3).padStart(10)}  ${percent(ninety?.exact ?? null).padStart(10)} ` +
        `${percent(ninety?.shown ?? null)} ${percent(ninety?.shownOfLarge ?? null)}`
      );
    }),
    ...[['départements', departements] as const, ['sectors', sectors] as const].map(
      ([name, { rows }]) =>
        `${name} furthest off, hires for one expected: ` +
        rows
          .slice(0, 5)
          .map(({ key, ratio }) => `${key} ${ratio.toFixed(2)}`)
          .join(', '),
    ),
  ];
}
