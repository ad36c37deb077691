import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../src/main/platform/log/log.ts';
import { makeWorkspaces, type Workspaces } from '../../../src/main/workspace/workspace.use-cases.ts';
import type { WorkspaceStatus } from '../../../src/shared/domain/workspace/workspace.schema.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

describe('the workspaces of a workstation without data', () => {
  let folder: TempFolder;
  let told: WorkspaceStatus[];
  const open = (): Workspaces =>
    makeWorkspaces({ dataDir: folder.path, log: silentLog, onChange: (status) => told.push(status) });

  beforeEach(() => {
    folder = tempFolder('workspace');
    told = [];
  });
  afterEach(() => folder.cleanup());

  it('start with the demonstration, which is not there yet', () => {
    expect(open().status()).toEqual({ current: 'demonstration', available: [], manifest: null, preparing: null });
    expect(open().datasetVersion()).toBeNull();
  });

  it('open nothing, and say so to who asks for data', () => {
    const workspaces = open();
    expect(workspaces.openLast()).toBeNull();
    expect(() => workspaces.release()).toThrow(expect.objectContaining({ code: 'NO_DATASET' }));
    expect(() => workspaces.open('own')).toThrow(expect.objectContaining({ code: 'NO_DATASET' }));
    expect(workspaces.status().current).toBe('demonstration');
    expect(told).toEqual([]);
    expect(existsSync(join(folder.path, 'workspace.json'))).toBe(false);
  });

  it.each([
    ['{"current":"own"}', 'own'],
    ['{"current":"elsewhere"}', 'demonstration'],
    ['{"current":"../own"}', 'demonstration'],
    ['{}', 'demonstration'],
    ['null', 'demonstration'],
    ['{', 'demonstration'],
  ])('remember %s as %s', (content, expected) => {
    writeFileSync(join(folder.path, 'workspace.json'), content);
    expect(open().status().current).toBe(expected);
  });

  it('keep their data in folders of their own', () => {
    const workspaces = open();
    const [demonstration, own] = [workspaces.referenceFolder('demonstration'), workspaces.referenceFolder('own')];
    expect(demonstration).not.toBe(own);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('make no folder when they are asked where they stand', () => {
    const dataDir = join(folder.path, 'not', 'yet');
    const workspaces = makeWorkspaces({ dataDir, log: silentLog, onChange: () => undefined });
    expect(workspaces.status().available).toEqual([]);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('tell the progress of the demonstration, then that it is ready', () => {
    const workspaces = open();
    const progress = { step: 'writing', file: null, done: 1, total: 2 } as const;
    workspaces.setPreparing(progress);
    workspaces.setPreparing(null);
    expect(told.map(({ preparing }) => preparing)).toEqual([progress, null]);
  });
});
