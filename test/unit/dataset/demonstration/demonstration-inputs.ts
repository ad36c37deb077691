import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  readDemonstrationInputs,
  type DemonstrationInputs,
} from '../../../../src/main/dataset/demonstration/inputs.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

export interface BuiltInputs extends DemonstrationInputs {
  readonly geographyBytes: number;
}

/** Geography built afresh in a temporary folder, so that the tests need no build and judge today's script. */
export async function buildInputs(): Promise<BuiltInputs> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vav-geography-'));
  try {
    const geographyFile = path.join(folder, 'geography.json');
    const script = pathToFileURL(path.join(root, 'scripts/build-geography.mjs')).href;
    const { buildGeography } = (await import(/* @vite-ignore */ script)) as {
      buildGeography: (outFile: string) => Promise<unknown>;
    };
    await buildGeography(geographyFile);
    const inputs = await readDemonstrationInputs({ demoDir: path.join(root, 'resources/demo'), geographyFile });
    return { ...inputs, geographyBytes: statSync(geographyFile).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
