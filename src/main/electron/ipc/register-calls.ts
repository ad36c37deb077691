import { ipcMain } from 'electron';
import { calls, type CallName, type CoreCallName, type ShellCallName } from '../../../shared/contract/index.ts';
import type { Envelope } from '../../../shared/contract/wire.ts';
import type { Log } from '../../platform/log/log.ts';
import type { CoreClient } from '../core-client.ts';
import type { SenderEvent, TrustedSenders } from '../security/trusted-senders.ts';
import { failed } from './envelopes.ts';
import type { ShellCalls } from './shell-calls.ts';

interface Switchboard {
  readonly senders: Pick<TrustedSenders, 'isTrusted'>;
  readonly core: Pick<CoreClient, 'call'>;
  readonly shellCalls: ShellCalls;
  readonly log: Log;
}

/** One channel for every call: the name says which, and the contract which names there are. */
export function registerCalls(board: Switchboard): void {
  ipcMain.handle('vav:call', (event, name: unknown, input: unknown) => answerCall(board, event, name, input));
}

/** Never throws: Electron would carry nothing but the message. */
export async function answerCall(
  { senders, core, shellCalls, log }: Switchboard,
  event: SenderEvent,
  name: unknown,
  input: unknown,
): Promise<Envelope<unknown>> {
  if (!senders.isTrusted(event)) {
    log.warn('call.refused');
    return failed('NOT_ALLOWED', 'Calls are taken from the main frame of the application only.');
  }
  if (!isCallName(name)) return failed('UNKNOWN_CALL', 'There is no such call.');
  try {
    return await (isShellCall(name) ? answerInShell(shellCalls, name, input) : core.call(name, input));
  } catch (error) {
    log.error('call.threw', { call: name, stack: error instanceof Error ? (error.stack ?? '') : String(error) });
    return failed('INTERNAL', 'The call failed; the log says more.');
  }
}

async function answerInShell(shellCalls: ShellCalls, name: ShellCallName, input: unknown): Promise<Envelope<unknown>> {
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(input)');
    return failed('INVALID_INPUT', 'The input does not have the shape of the contract.', { fields });
  }
  // The name picks both the schema and the handler, which TypeScript cannot follow through a union.
  const handler = shellCalls[name] as (value: unknown) => Promise<Envelope<unknown>>;
  return handler(parsed.data);
}

/** Own keys only: `constructor` and `__proto__` are names too. */
function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}

function isShellCall(name: CoreCallName | ShellCallName): name is ShellCallName {
  return calls[name].home === 'shell';
}
