import type { CoreCallName } from '../../src/shared/contract/index.ts';

/** Calls that change who sits there, or which workspace is open: what is asked after them means something else. */
export const SESSION_CALLS = [
  'access.unlock',
  'access.lock',
  'access.createSpace',
  'access.changePassphrase',
  'access.makeRecoveryCode',
  'access.recover',
  'access.repair',
  'backup.restore',
  'workspace.open',
  'workspace.tryDemonstration',
] as const satisfies readonly CoreCallName[];
