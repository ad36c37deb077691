import type { WorkspaceName } from '../shared/domain/workspace/workspace.schema.ts';
import { replayIn, type ReplayedDecision } from './decision/replay.use-cases.ts';
import { silentLog } from './platform/log/log.ts';
import { makeWorkspaces } from './workspace/workspace.use-cases.ts';

export interface ReplayRequest {
  readonly dataDir: string;
  /** Null for the one that the application opened last. */
  readonly workspace: WorkspaceName | null;
  readonly account: string;
  readonly passphrase: string;
  /** Null for all of them. */
  readonly decisionId: string | null;
}

/** What decisions kept, computed again for the command line from the case files of a data folder. @throws as `replayIn` */
export function replayDecisions(request: ReplayRequest): Promise<readonly ReplayedDecision[]> {
  const { dataDir, workspace, account, passphrase, decisionId } = request;
  const workspaces = makeWorkspaces({ dataDir, log: silentLog, onChange: () => undefined });
  const folder = workspaces.folder(workspace ?? workspaces.status().current);
  return replayIn(folder, { account, passphrase }, decisionId);
}
