/** Where one was in each meeting, in memory only: leaving it for the file and coming back finds the same step. */
import { onForget, onForgetFile } from '../../platform/forgetting.ts';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { go } from '../../platform/location.ts';

interface MeetingState {
  readonly step: MeetingStep;
  /** Steps that were looked at. */
  readonly seen: ReadonlySet<MeetingStep>;
  /** The day it was said that the person is there: once, even where that was undone. */
  readonly hereOn: string | null;
}

const FIRST: MeetingState = { step: 'purpose', seen: new Set(), hereOn: null };
const meetings = new Map<string, MeetingState>();

onForget(() => meetings.clear());
onForgetFile((caseId) => meetings.delete(caseId));

export function meetingOf(caseId: string): MeetingState {
  return meetings.get(caseId) ?? FIRST;
}

export function rememberStep(caseId: string, step: MeetingStep): void {
  const before = meetingOf(caseId);
  meetings.set(caseId, { ...before, step, seen: new Set([...before.seen, step]) });
}

export function rememberHere(caseId: string, day: string): void {
  meetings.set(caseId, { ...meetingOf(caseId), hereOn: day });
}

/** Sits down with somebody, or goes on where the two of them were. */
export function openMeeting(caseId: string): void {
  go({ screen: 'meeting', caseId, step: meetingOf(caseId).step });
}
