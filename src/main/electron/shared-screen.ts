import type { CallInput, CallOutput, EventPayload } from '../../shared/contract/index.ts';
import type { SharedFrame } from '../../shared/contract/shared-view.contract.ts';
import type { Envelope } from '../../shared/contract/wire.ts';
import type { CoreEvent } from '../core-protocol.ts';
import type { Log } from '../platform/log/log.ts';
import type { CoreClient } from './core-client.ts';
import { done, failed } from './ipc/envelopes.ts';

/** What is used of the window of the person. */
export interface PersonWindow {
  send(frame: SharedFrame): void;
  close(): void;
}

type Subject = NonNullable<CallInput<'sharedView.show'>['subject']>;

export interface SharedScreen {
  /** Opens the window where it is not, and shows in it what is spoken of; null: a neutral page. */
  show(subject: Subject | null): Promise<Envelope<CallOutput<'sharedView.show'>>>;
  hide(): void;
  hear(event: CoreEvent): void;
  /** The page of the advisor is gone: nothing says any more what is spoken of. */
  pause(): void;
  /** What the window asks for once it has loaded, again after a crash. */
  frame: () => SharedFrame;
}

interface SharedScreenOptions {
  readonly core: Pick<CoreClient, 'call'>;
  /** Makes the window; `onClosed` once it is gone, whoever closed it. */
  readonly open: (onClosed: () => void) => PersonWindow;
  readonly look: () => Pick<SharedFrame, 'language' | 'theme'>;
  readonly tell: (payload: EventPayload<'sharedView.changed'>) => void;
  readonly log: Log;
}

type Content = SharedFrame['content'];

const PAUSE: Content = { kind: 'pause' };

/**
 * The window that the person looks at. It is told what the core answers for what is spoken of, checked again here, and
 * nothing else: it asks no question and names nobody. Where anything fails it shows a neutral page.
 */
export function makeSharedScreen({ core, open, look, tell, log }: SharedScreenOptions): SharedScreen {
  let window: PersonWindow | null = null;
  let content: Content = PAUSE;
  let spokenOf: Subject | null = null;
  /** Of what was asked, only the last counts. */
  let turn = 0;

  const frame = (): SharedFrame => ({ ...look(), content });
  const put = (next: Content): void => {
    content = next;
    window?.send(frame());
  };
  /** What was asked before this is not shown any more. */
  const blank = (next: Content): void => {
    turn += 1;
    spokenOf = null;
    put(next);
  };
  const onClosed = (): void => {
    window = null;
    blank(PAUSE);
    tell({ isOpen: false });
  };
  /** What is on its way opens nothing once it was asked to close. */
  const close = (): void => {
    blank(PAUSE);
    window?.close();
  };
  const lock = (): void => blank(window === null ? PAUSE : { kind: 'locked' });
  const openOnce = (): void => {
    if (window !== null) return;
    window = open(onClosed);
    tell({ isOpen: true });
  };

  const show: SharedScreen['show'] = async (subject) => {
    if (subject === null) {
      blank(PAUSE);
      return done({}, 0);
    }
    // Nothing of one person stays while another's is on its way.
    if (spokenOf !== null && spokenOf.caseId !== subject.caseId) put(PAUSE);
    spokenOf = subject;
    turn += 1;
    const mine = turn;
    const answer = await core.call('sharedView.page', subject);
    if (mine !== turn) return done({}, 0);
    if (!answer.ok) {
      blank(PAUSE);
      return answer;
    }
    const { sharedFrameSchema } = await import('../../shared/contract/shared-view.contract.ts');
    const checked = sharedFrameSchema.safeParse({ ...look(), content: { kind: 'view', view: answer.data } });
    if (mine !== turn) return done({}, 0);
    if (!checked.success) {
      log.error('sharedView.refused', { fields: checked.error.issues.map(({ path }) => path.join('.')).join(' ') });
      blank(PAUSE);
      return failed('INTERNAL', 'What was to be shown does not have its shape.');
    }
    openOnce();
    put(checked.data.content);
    return done({}, answer.meta.ms);
  };

  return {
    show,
    hide() {
      // Locked, it stays as it is: what is under it is nobody's to see.
      if (content.kind !== 'locked') close();
    },
    hear(event) {
      if (event.name === 'access.locking') lock();
      if (event.name === 'access.changed') {
        if (event.payload.session === null) lock();
        // Whoever comes back says again what is shown, and to whom.
        else if (content.kind === 'locked') close();
      }
      if (event.name === 'settings.changed') put(content);
      if (event.name === 'caseFile.changed' && spokenOf !== null) {
        const { caseId } = event.payload;
        if (caseId === null || caseId === spokenOf.caseId) void show(spokenOf);
      }
    },
    pause() {
      if (content.kind === 'view') blank(PAUSE);
    },
    frame,
  };
}
