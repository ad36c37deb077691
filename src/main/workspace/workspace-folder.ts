import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE_NAMES } from '../../shared/domain/workspace/workspace.ts';
import type { WorkspaceName } from '../../shared/domain/workspace/workspace.schema.ts';

/** Where a workspace lies in the data folder. */
export function workspaceFolder(dataDir: string, name: WorkspaceName): string {
  return join(dataDir, 'workspaces', name);
}

/** In a workspace, where its releases are. */
export function referenceFolder(dataDir: string, name: WorkspaceName): string {
  return join(workspaceFolder(dataDir, name), 'reference');
}

/** The file that remembers which workspace was open. */
export function memoryFile(dataDir: string): string {
  return join(dataDir, 'workspace.json');
}

/** The workspace of last time; the demonstration the first time, or when the file cannot be read. */
export function readCurrent(dataDir: string): WorkspaceName {
  try {
    const { current } = JSON.parse(readFileSync(memoryFile(dataDir), 'utf8')) as { current?: unknown };
    return WORKSPACE_NAMES.find((name) => name === current) ?? 'demonstration';
  } catch {
    return 'demonstration';
  }
}
