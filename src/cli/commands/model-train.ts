import { cardPath, trainModel } from '../../main/composition-root.ts';
import { parseOptions, required } from '../arguments.ts';
import { tellParts, type Command } from '../output.ts';
import type { ModelTrainOutput } from '../outputs.schema.ts';
import { countsFolder, scoreLines } from './model-evaluate.ts';

/** `vav model train FOLDER --out FILE [--json]` */
export const modelTrain: Command = async (argv, { resolvePath, print, tell, signal }) => {
  const { values, positionals } = parseOptions(
    argv,
    { out: { type: 'string' }, json: { type: 'boolean', default: false } },
    { mostPositionals: 1 },
  );
  const folder = countsFolder(positionals, resolvePath);
  const out = resolvePath(required(values.out, 'out'));
  const evaluation = await trainModel(folder, out, { signal, onProgress: tellParts(tell), now: Date.now() });
  const answer: ModelTrainOutput = { model: out, card: cardPath(out), evaluation };
  if (values.json) {
    print(JSON.stringify(answer));
    return;
  }
  for (const line of scoreLines(evaluation)) print(line);
  print(`model ${answer.model}, its card ${answer.card}`);
};
