import { ipcMain } from 'electron';
import type { CoreCallName, ShellCallName } from '../../../shared/contract/index.ts';
import { isShellCall } from '../../../shared/contract/shell-calls.ts';
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

/** One channel for every call: the name says which. What the shell does not answer goes to the core, which knows every name. */
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
  if (!isNameOfCall(name)) return failed('UNKNOWN_CALL', 'There is no such call.');
  try {
    return await (isShellCall(name) ? answerInShell(shellCalls, name, input) : core.call(name as CoreCallName, input));
  } catch (error) {
    log.error('call.threw', { call: name, stack: error instanceof Error ? (error.stack ?? '') : String(error) });
    return failed('INTERNAL', 'The call failed; the log says more.');
  }
}

async function answerInShell(shellCalls: ShellCalls, name: ShellCallName, input: unknown): Promise<Envelope<unknown>> {
  const { calls } = await import('../../../shared/contract/index.ts');
  const parsed = calls[name].input.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(input)');
    return failed('INVALID_INPUT', 'The input does not have the shape of the contract.', { fields });
  }
  // The name picks both the schema and the handler, which TypeScript cannot follow through a union.
  const handler = shellCalls[name] as (value: unknown) => Promise<Envelope<unknown>>;
  return handler(parsed.data);
}

/** A noun and a verb: nothing else is carried to the core, or written in the log. */
function isNameOfCall(name: unknown): name is string {
  return typeof name === 'string' && /^[a-z]{1,30}\.[a-z]{1,30}$/i.test(name);
}
