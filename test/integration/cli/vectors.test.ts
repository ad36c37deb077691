import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vectorsLabonneboiteOutput } from '../../../src/cli/outputs.schema.ts';
import { FIXTURE_FOLDER, lacksSharedData, SHARED } from '../../support/project.ts';
import { runCli } from '../../support/run-cli.ts';
import { tempFolder } from '../../support/temp-folder.ts';

if (lacksSharedData) console.log('skipped: no shared data');

describe('vectors of the reference on the command line', () => {
  it('stop on Ctrl+C, and leave nothing', async () => {
    const [shared, temporary] = [tempFolder('shared'), tempFolder('temporary')];
    cpSync(FIXTURE_FOLDER, join(shared.path, 'data'), { recursive: true });
    const input = { raisonsociale: 'NULL' };
    const vectors = Array.from({ length: 20_000 }, (_, id) => ({
      id: `${id}`,
      function: 'rows kept',
      input,
      expected: 0,
    }));
    writeFileSync(join(shared.path, 'vectors.json'), JSON.stringify(vectors));
    writeFileSync(join(shared.path, 'labonneboite_fixture.json'), '{"positions":{},"offices":[]}');
    const [TMPDIR, TEMP, TMP] = [temporary.path, temporary.path, temporary.path];
    const { code, stdout, stderr } = await runCli(['vectors', 'labonneboite', join(shared.path, 'vectors.json')], {
      env: { VAV_SHARED: shared.path, TMPDIR, TEMP, TMP },
      interruptAt: 'importing',
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^CANCELLED: /m);
    expect(readdirSync(temporary.path)).toEqual([]);
    shared.cleanup();
    temporary.cleanup();
  });

  it.skipIf(lacksSharedData)('run as JSON that answers its schema', async () => {
    const { code, stdout } = await runCli(
      ['vectors', 'labonneboite', join(SHARED, 'vectors/labonneboite.json'), '--json'],
      {
        env: { VAV_SHARED: SHARED },
      },
    );
    expect(code).toBe(0);
    expect(vectorsLabonneboiteOutput.parse(JSON.parse(stdout)).failed).toEqual([]);
  });
});
