import { MOST_EMPLOYERS, writeSeries } from '../../main/composition-root.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { parseOptions, required, wholeNumber } from '../arguments.ts';
import { tellParts, type Command } from '../output.ts';
import type { DemoSeriesOutput } from '../outputs.schema.ts';

/** `vav demo series --out DIR [--employers N] [--months N] [--last YYYY-MM] [--seed N] [--json]` */
export const demoSeries: Command = async (argv, { resolvePath, print, tell, signal }) => {
  const { values } = parseOptions(argv, {
    out: { type: 'string' },
    employers: { type: 'string', default: '5000' },
    months: { type: 'string', default: '60' },
    last: { type: 'string', default: '2025-12' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  });
  const told = tellParts(tell);
  const answer: DemoSeriesOutput = await writeSeries(
    resolvePath(required(values.out, 'out')),
    {
      employers: wholeNumber(values.employers, 'employers', 1, MOST_EMPLOYERS),
      months: wholeNumber(values.months, 'months', 1, 180),
      lastMonth: monthOf(values.last),
      seed: wholeNumber(values.seed, 'seed', 0, 2_147_483_647),
    },
    { signal, onProgress: (part) => told('drawing', part) },
  );
  if (values.json) print(JSON.stringify(answer));
  else
    print(`${answer.hires} generated hires of ${answer.employers} employers that do not exist (${answer.rows} rows)`);
};

/** The month as the core counts them. @throws AppError INVALID_INPUT */
function monthOf(text: string): number {
  const [, year, month] = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year === undefined) throw new AppError('INVALID_INPUT', 'Option --last takes a month, YYYY-MM.');
  return Number(year) * 12 + Number(month) - 1;
}
