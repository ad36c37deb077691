import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkLabonneboite } from '../../main/composition-root.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { existingFolder, parseOptions } from '../arguments.ts';
import type { Command } from '../output.ts';
import type { VectorsLabonneboiteOutput } from '../outputs.schema.ts';

/**
 * `vav vectors labonneboite FILE [--dataset DIR] [--json]`. Without --dataset the public files of VAV_SHARED (default
 * `../shared`) are imported into a temporary folder.
 */
export const vectorsLabonneboite: Command = async (argv, context) => {
  const { values, positionals } = parseOptions(
    argv,
    { dataset: { type: 'string' }, json: { type: 'boolean', default: false } },
    { mostPositionals: 1 },
  );
  const [file] = positionals;
  if (file === undefined) throw new AppError('INVALID_INPUT', 'A file of vectors is needed.');
  const path = context.resolvePath(file);
  if (!existsSync(path)) throw new AppError('INVALID_INPUT', 'The file of vectors does not exist.');
  const shared = context.resolvePath(process.env['VAV_SHARED'] ?? '../shared');
  const from = join(shared, 'data');
  if (values.dataset === undefined && !existsSync(from)) {
    throw new AppError('NO_DATASET', 'Real reference data are needed: give --dataset DIR or set VAV_SHARED.');
  }
  if (values.dataset === undefined) context.tell(`importing ${from} into a temporary folder`);
  const report: VectorsLabonneboiteOutput = await checkLabonneboite({
    file: path,
    data:
      values.dataset === undefined
        ? { from }
        : { dataset: existingFolder(context.resolvePath(values.dataset), 'dataset') },
    resourcesDir: context.resourcesDir,
    builtResourcesDir: context.builtResourcesDir,
    now: Date.now(),
    signal: context.signal,
  });
  if (values.json) {
    context.print(JSON.stringify(report));
  } else {
    for (const { id, deviation } of report.argued) context.print(`argued  ${id}: ${deviation}`);
    for (const { id, reason } of report.skipped) context.print(`skipped ${id}: ${reason}`);
    for (const id of report.failed) context.print(`failed  ${id}`);
    context.print(
      `${report.total} vectors: ${report.agreed} agreed, ${report.argued.length} argued, ` +
        `${report.skipped.length} skipped, ${report.failed.length} failed`,
    );
  }
  if (report.failed.length > 0) throw new AppError('INTERNAL', `${report.failed.length} vectors failed.`);
};
