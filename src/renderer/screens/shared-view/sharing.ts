/** What the person is shown from here, in memory only: which file, and what the advisor points at in it. */
import { useSyncExternalStore } from 'react';
import type { CallInput } from '../../../shared/contract/index.ts';
import { onForget } from '../../platform/forgetting.ts';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';

export type SharedSubject = NonNullable<CallInput<'sharedView.show'>['subject']>;
export type Pointed = SharedSubject['pointed'];

interface Sharing {
  /** The file whose shared view is in the window of the person; null where that window is closed. */
  readonly caseId: string | null;
  /** The file that something is pointed at in, whether it is shared or not. */
  readonly pointedIn: string | null;
  readonly pointed: Pointed;
  readonly isDecidedShown: boolean;
  /** Versions kept of the note being written: each is something else to show. */
  readonly written: number;
}

const NOTHING: Sharing = { caseId: null, pointedIn: null, pointed: null, isDecidedShown: false, written: 0 };

let sharing = NOTHING;
const listeners = new Set<() => void>();

function set(next: Sharing): void {
  sharing = next;
  for (const listener of [...listeners]) listener();
}

onForget(() => set(NOTHING));

export function currentSharing(): Sharing {
  return sharing;
}

export function onSharing(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useSharing(): Sharing {
  return useSyncExternalStore(onSharing, currentSharing);
}

export function startSharing(caseId: string): void {
  set({ ...sharing, caseId, isDecidedShown: false });
}

export function stopSharing(): void {
  set({ ...sharing, caseId: null, isDecidedShown: false });
}

export function pointAt(pointedIn: string, pointed: Pointed): void {
  const isSame = sharing.pointedIn === pointedIn && JSON.stringify(sharing.pointed) === JSON.stringify(pointed);
  if (!isSame) set({ ...sharing, pointedIn, pointed });
}

/** What the note says was decided is shown while one is at the note, and until one leaves it. */
export function showDecided(isDecidedShown: boolean): void {
  if (sharing.isDecidedShown !== isDecidedShown) set({ ...sharing, isDecidedShown });
}

export function noteWritten(written: number): void {
  if (sharing.written !== written) set({ ...sharing, written });
}

/** What is spoken of: the step, and what is pointed at in this file. */
export function subjectOf(
  { pointedIn, pointed, isDecidedShown }: Sharing,
  caseId: string,
  step: MeetingStep,
): SharedSubject {
  return {
    caseId,
    step,
    pointed: step === 'employers' && pointedIn === caseId ? pointed : null,
    isDecidedShown: step === 'note' && isDecidedShown,
  };
}
