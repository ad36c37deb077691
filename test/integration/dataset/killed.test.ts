import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease } from '../../../src/main/dataset/release.use-cases.ts';
import { isWhole } from '../../../src/main/dataset/release-folder.ts';
import { seededStream } from '../../../src/shared/kernel/hash.ts';
import { otherFixture } from '../../support/fixture-folder.ts';
import { fixtureRelease, importInto, type FixtureRelease } from '../../support/fixture-release.ts';
import { releasesIn } from '../../support/folder-state.ts';
import { builtCli } from '../../support/project.ts';
import type { TempFolder } from '../../support/temp-folder.ts';

const KILLS = 10;
/** The command line tells a line for each file it reads, then two: the last ones come just before the release. */
const LINES = 12;
const LONGEST_WAIT_MS = 25;

describe('an import whose process is killed', () => {
  let fixture: FixtureRelease;
  const others: TempFolder[] = [];

  beforeAll(async () => {
    fixture = await fixtureRelease();
  });
  afterAll(() => {
    fixture.cleanup();
    for (const { cleanup } of others) cleanup();
  });

  /** Runs an import in a process of its own and kills it some time after it has told its n-th line. */
  function importAndKill(from: string, line: number, waitMs: number): Promise<'killed' | 'finished'> {
    return new Promise((resolve, reject) => {
      const args = [builtCli(), 'dataset', 'import', '--from', from, '--out', fixture.root];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      let told = 0;
      createInterface(child.stderr).on('line', () => {
        told += 1;
        if (told === line) setTimeout(() => child.kill('SIGKILL'), waitMs);
      });
      child.once('error', reject);
      child.once('close', (_code, signal) => resolve(signal === 'SIGKILL' ? 'killed' : 'finished'));
    });
  }

  it('leaves a release that opens, whenever that happens; the next import succeeds and sweeps what was left', async () => {
    const seed = Number(process.env['VAV_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`killed imports: VAV_TEST_SEED=${seed}`);
    const next = seededStream(seed);
    const ends: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const other = otherFixture(100 + kill);
      others.push(other);
      // Half of them in the last steps, where the files are written and the pointer moves.
      const line = next() < 0.5 ? LINES - Math.floor(next() * 2) : 1 + Math.floor(next() * LINES);
      ends.push(await importAndKill(other.path, line, next() * LONGEST_WAIT_MS));
      const current = openCurrentRelease(fixture.root);
      expect(current.db.prepare('SELECT count(*) FROM establishment').pluck().get()).toBe(140);
      current.close();
      expect(isWhole(current.path), `after kill ${kill}`).toBe(true);
    }
    expect(ends).toContain('killed');

    const last = otherFixture(200);
    others.push(last);
    const { release } = await importInto(fixture.root, { from: last.path });
    const current = openCurrentRelease(fixture.root);
    current.close();
    expect(current.manifest.version).toBe(release.manifest.version);
    const left = releasesIn(fixture.root);
    expect(left.filter((name) => name.startsWith('.'))).toEqual([]);
    expect(left).toHaveLength(2);
  });
});
