import { runJobInPlace } from '../../main/composition-root.ts';
import { existingFolder, parseOptions, required } from '../arguments.ts';
import type { Command } from '../output.ts';
import type { DatasetImportOutput } from '../outputs.schema.ts';

/** `vav dataset import --from DIR --out DIR [--json]` */
export const datasetImport: Command = async (
  argv,
  { resolvePath, print, tell, resourcesDir, builtResourcesDir, signal },
) => {
  const { values } = parseOptions(argv, {
    from: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const from = existingFolder(resolvePath(required(values.from, 'from')), 'from');
  const root = resolvePath(required(values.out, 'out'));
  let told = '';
  const { report, release } = await runJobInPlace(
    { kind: 'import', from, root, resourcesDir, builtResourcesDir, now: Date.now() },
    {
      signal,
      onProgress: ({ step, file }) => {
        const line = file === null ? step : `${step} ${file}`;
        if (line !== told) tell(line);
        told = line;
      },
    },
  );
  if (values.json) {
    const answer: DatasetImportOutput = {
      release: { path: release.path, version: release.manifest.version },
      sources: report.sources.map(({ source, file, read, kept, refused, refusals }) => ({
        source,
        file,
        read,
        kept,
        refused,
        refusals: refusals.map(({ line, reason }) => ({ line, reason })),
      })),
      ms: report.ms,
    };
    print(JSON.stringify(answer));
    return;
  }
  for (const { source, file, read, kept, refused, refusals } of report.sources) {
    print(`${source.padEnd(18)} ${file}: ${read} read, ${kept} kept, ${refused} refused`);
    for (const { line, reason } of refusals.slice(0, 5)) print(`  line ${line}: ${reason}`);
    if (refusals.length > 5) print(`  and ${refused - 5} more`);
  }
  print(`release ${release.manifest.version} in ${release.path} (${report.ms} ms)`);
};
