import { writeForecast } from '../../main/composition-root.ts';
import { parseOptions, required } from '../arguments.ts';
import { tellParts, type Command } from '../output.ts';
import type { ModelForecastOutput } from '../outputs.schema.ts';
import { countsFolder } from './model-evaluate.ts';

/** `vav model forecast FOLDER --model FILE --out FILE [--json]` */
export const modelForecast: Command = async (argv, { resolvePath, print, tell, signal }) => {
  const { values, positionals } = parseOptions(
    argv,
    { model: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean', default: false } },
    { mostPositionals: 1 },
  );
  const folder = countsFolder(positionals, resolvePath);
  const model = resolvePath(required(values.model, 'model'));
  const out = resolvePath(required(values.out, 'out'));
  const answer: ModelForecastOutput = await writeForecast(
    folder,
    { model, out },
    { signal, onProgress: tellParts(tell) },
  );
  if (values.json) print(JSON.stringify(answer));
  else
    print(
      `${answer.expected.toFixed(0)} hires expected of ${answer.employers} employers, ${answer.from} to ${answer.to}`,
    );
};
