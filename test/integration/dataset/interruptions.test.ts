import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease } from '../../../src/main/dataset/release.use-cases.ts';
import type { Progress } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { otherFixture } from '../../support/fixture-folder.ts';
import { fixtureRelease, importInto, type FixtureRelease } from '../../support/fixture-release.ts';
import { folderState } from '../../support/folder-state.ts';
import type { TempFolder } from '../../support/temp-folder.ts';

describe('an import that is cancelled', () => {
  let fixture: FixtureRelease;
  let other: TempFolder;
  let before: ReturnType<typeof folderState>;

  beforeAll(async () => {
    fixture = await fixtureRelease();
    other = otherFixture();
    before = folderState(fixture.root);
  });
  afterAll(() => {
    fixture.cleanup();
    other.cleanup();
  });

  /** Cancels as soon as the n-th progress is told, and says how many were. */
  async function cancelAt(step: number): Promise<{ readonly error: unknown; readonly told: number }> {
    const controller = new AbortController();
    if (step === 0) controller.abort();
    let told = 0;
    const onProgress = (_: Progress): void => {
      told += 1;
      if (told === step) controller.abort();
    };
    const error = await importInto(fixture.root, { from: other.path, signal: controller.signal, onProgress }).then(
      () => null,
      (cause: unknown) => cause,
    );
    return { error, told };
  }

  it('before it starts, or at any step, says so and changes nothing', async () => {
    let steps = 0;
    await importInto(fixture.root, { onProgress: () => (steps += 1) });
    expect(steps).toBeGreaterThan(10);
    for (let step = 0; step <= steps; step += 1) {
      const { error, told } = await cancelAt(step);
      expect(error, `step ${step}`).toMatchObject({ code: 'CANCELLED' });
      expect(told).toBeLessThanOrEqual(step + 1);
      expect(folderState(fixture.root), `step ${step}`).toEqual(before);
      openCurrentRelease(fixture.root).close();
    }
  });

  it('leaves nothing behind where there was no release yet', async () => {
    const controller = new AbortController();
    const empty = otherFixture();
    rmSync(empty.path, { recursive: true });
    await expect(
      importInto(empty.path, {
        signal: controller.signal,
        onProgress: ({ step }) => step === 'checking' && controller.abort(),
      }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(folderState(empty.path)).toEqual({ releases: 'folder' });
    empty.cleanup();
  });

  it('does not keep the next one from succeeding', async () => {
    await cancelAt(11);
    const { release } = await importInto(fixture.root, { from: other.path });
    const current = openCurrentRelease(fixture.root);
    current.close();
    expect(current.manifest.version).toBe(release.manifest.version);
  });
});
