import type { WorkspaceName } from '../shared/domain/workspace/workspace.schema.ts';
import { verifyIn, type Verified } from './backup/verify.use-cases.ts';
import { replayIn, type ReplayedDecision } from './decision/replay.use-cases.ts';
import { silentLog } from './platform/log/log.ts';
import { makeWorkspaces } from './workspace/workspace.use-cases.ts';

/** Case files of a data folder, and who reads them. */
export interface ReadRequest {
  readonly dataDir: string;
  /** Null for the one that the application opened last. */
  readonly workspace: WorkspaceName | null;
  readonly account: string;
  readonly passphrase: string;
}

export interface ReplayRequest extends ReadRequest {
  /** Null for all of them. */
  readonly decisionId: string | null;
}

/** What decisions kept, computed again for the command line from the case files of a data folder. @throws as `replayIn` */
export function replayDecisions(request: ReplayRequest): Promise<readonly ReplayedDecision[]> {
  const { account, passphrase, decisionId } = request;
  return replayIn(folderOf(request), { account, passphrase }, decisionId);
}

/** Whether the case files of a data folder are as they were written, for the command line. @throws as `verifyIn` */
export function verifyCases({ account, passphrase, ...request }: ReadRequest): Promise<Verified> {
  return verifyIn(folderOf(request), { account, passphrase });
}

function folderOf({ dataDir, workspace }: Pick<ReadRequest, 'dataDir' | 'workspace'>): string {
  const workspaces = makeWorkspaces({ dataDir, log: silentLog, onChange: () => undefined });
  return workspaces.folder(workspace ?? workspaces.status().current);
}
