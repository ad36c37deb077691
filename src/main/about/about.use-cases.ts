import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const licencesSchema = z.array(
  z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

export interface About {
  readonly version: string;
  readonly electron: string | null;
  readonly node: string;
  readonly licences: z.infer<typeof licencesSchema>;
}

/** Version and licences. The list is made by the build from the installed packages (`out/resources/licences.json`). */
export function makeAboutUseCases(
  builtResourcesDir: string,
  versions: { readonly app: string; readonly electron: string | null },
): { get(): About } {
  return {
    get: () => ({
      version: versions.app,
      electron: versions.electron,
      node: process.versions.node,
      licences: licencesSchema.parse(JSON.parse(readFileSync(join(builtResourcesDir, 'licences.json'), 'utf8'))),
    }),
  };
}
