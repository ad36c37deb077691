import type { AccessStatus, Account, Session } from '../../shared/domain/access/access.schema.ts';
import type { WorkspaceName } from '../../shared/domain/workspace/workspace.schema.ts';

/** An account, and whether a code opens it too: what the unlock screen needs of a line of the keyring. */
export interface Holder extends Account {
  readonly recovery?: unknown;
}

interface SpaceSeen {
  readonly workspace: WorkspaceName;
  /** Null when there is no space. */
  readonly holders: readonly Holder[] | null;
  readonly session: Session;
  /** By account; shown in the demonstration alone. */
  readonly demonstrationPassphrases: ReadonlyMap<string, string>;
  /** Seconds before an account may be tried again. */
  readonly waitOf: (accountId: string) => number;
}

/** What is said to whoever stands before a space. */
export function accessStatusOf({
  workspace,
  holders,
  session,
  demonstrationPassphrases,
  waitOf,
}: SpaceSeen): AccessStatus {
  const isDemonstration = workspace === 'demonstration';
  return {
    workspace,
    isCreated: holders !== null,
    session,
    accounts: (holders ?? []).map((holder) => ({
      ...accountOf(holder),
      demonstrationPassphrase: isDemonstration ? (demonstrationPassphrases.get(holder.id) ?? null) : null,
      waitSeconds: waitOf(holder.id),
      hasRecoveryCode: holder.recovery !== undefined,
    })),
    isTrial: !isDemonstration,
  };
}

/** An account without what opens it. */
export function accountOf({ id, name, agency, role }: Account): Account {
  return { id, name, agency, role };
}
