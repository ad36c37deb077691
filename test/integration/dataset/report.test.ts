import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findRelease } from '../../../src/main/dataset/current-release.use-cases.ts';
import type { Manifest } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { aCore, placeRelease } from '../../support/core.ts';
import { fixtureRelease } from '../../support/fixture-release.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Refusals as they were before they had a code. */
function writeFormerReport(release: string): void {
  const text = JSON.stringify({ sources: [{ refusals: [{ line: 2, reason: 'No legal name' }] }] });
  const signed = { bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') };
  const manifest = read(join(release, 'manifest.json')) as Manifest;
  const files = manifest.files.map((file) => (file.name === 'report.json' ? { ...file, ...signed } : file));
  writeFileSync(join(release, 'report.json'), text);
  writeFileSync(join(release, 'manifest.json'), JSON.stringify({ ...manifest, files }));
}

describe('the report of the last import', () => {
  const cleanups: (() => void | Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  const opened = async (change: (release: string) => void = () => undefined) => {
    const fixture = await fixtureRelease();
    const folder = tempFolder('report');
    cleanups.push(fixture.cleanup, folder.cleanup);
    change(findRelease(placeRelease(folder.path, 'own', fixture.root))!);
    const core = aCore(folder.path);
    cleanups.push(() => core.close());
    await core.ask('workspace.open', { name: 'own' });
    return { core, report: fixture.report };
  };

  it('is what the import said', async () => {
    const { core, report } = await opened();
    expect(await core.ask('dataset.report', {})).toMatchObject({ release: report.release, sources: report.sources });
  });

  it('is not shown when it was written in another layout; the data are in use all the same', async () => {
    const { core } = await opened(writeFormerReport);
    expect(await core.ask('dataset.report', {})).toBeNull();
  });
});
