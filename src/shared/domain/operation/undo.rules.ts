import type { ActionTerms } from '../action/action.schema.ts';
import { PLAIN_ACTION } from '../action/action.ts';
import type { Lending, Reassignment, StandIn } from '../hand-over/hand-over.ts';
import type { MeetingTime, Presence } from '../appointment/appointment.schema.ts';
import type { Operation } from './operation.ts';

/** The reverse of an operation: what is written beside it, never in its place. */
export interface Compensation {
  readonly kind: string;
  readonly payload: object;
}

/**
 * The operation that takes another one back, given what came before it in the same file; null where nothing can: a
 * validated note stays, and is corrected by another one.
 */
export function compensationFor(op: Operation, earlier: readonly Operation[]): Compensation | null {
  switch (op.kind) {
    case 'caseFile.setField':
    case 'caseFile.confirmFact':
      return fieldBefore(op as Operation<FieldPayload>, earlier);
    case 'caseFile.setComputing':
      return { kind: op.kind, payload: before(op, earlier) ?? { isOff: false } };
    case 'caseFile.setTags':
      return { kind: op.kind, payload: before(op, earlier) ?? { tagIds: [] } };
    case 'caseFile.close':
      return { kind: 'caseFile.reopen', payload: {} };
    case 'caseFile.archive':
      return { kind: op.kind, payload: { on: archivedBefore(earlier) } };
    case 'caseFile.reopen':
      return closedBefore(earlier);
    case 'caseFile.lend':
    case 'caseFile.takeBack':
      return standInBefore(earlier);
    case 'caseFile.reassign':
      return { kind: op.kind, payload: { toId: advisorBefore(earlier), reason: null, standIn: standInAfter(earlier) } };
    case 'reading.say':
      return { kind: op.kind, payload: before(op, earlier) ?? { ...(op.payload as object), text: '' } };
    case 'outcome.tell':
      return { kind: op.kind, payload: before(op, earlier) ?? { ...(op.payload as object), situation: null } };
    case 'decision.make':
      return { kind: 'decision.withdraw', payload: { decisionId: op.opId } };
    case 'approach.move':
    case 'approach.remind':
      return { kind: 'approach.withdraw', payload: { entryId: op.opId } };
    case 'approach.word':
      return { kind: op.kind, payload: before(op, earlier) ?? { ...(op.payload as object), text: '' } };
    case 'ownEmployer.add':
    case 'contact.record':
    case 'action.add':
    case 'sheet.keep':
      return { kind: `${op.entity}.withdraw`, payload: {} };
    case 'action.revise':
      return { kind: op.kind, payload: before(op, earlier) ?? termsWhenAdded(op, earlier) };
    case 'sheet.handOver':
      return { kind: 'sheet.takeBack', payload: {} };
    case 'action.setState':
      return { kind: op.kind, payload: before(op, earlier) ?? { state: 'not-yet' } };
    case 'appointment.schedule':
    case 'appointment.begin':
      return { kind: 'appointment.setPresence', payload: { presence: 'cancelled-by-us' } };
    case 'appointment.move':
      return { kind: op.kind, payload: timeBefore(op, earlier) };
    case 'appointment.setPresence':
      return { kind: op.kind, payload: before(op, earlier) ?? { presence: presenceAtFirst(op, earlier) } };
    default:
      return null;
  }
}

/** Who, what and by when as an action was added. */
function termsWhenAdded(op: Operation, earlier: readonly Operation[]): object {
  const added = earlier.find(({ kind, entityId }) => kind === 'action.add' && entityId === op.entityId);
  const { owner, partner, text, dueOn, serves, isTogether } = { ...PLAIN_ACTION, ...(added?.payload as ActionTerms) };
  return { owner, partner, text, dueOn, serves, isTogether };
}

/** When an appointment was to be before it was moved. */
function timeBefore(op: Operation, earlier: readonly Operation[]): object {
  const last = before(op, earlier) ?? earlier.find(({ entityId }) => entityId === op.entityId)?.payload;
  const { startsAt, minutes, modality } = last as MeetingTime;
  return { startsAt, minutes, modality };
}

/** What was known of it before anything was said: planned, or held where it was begun without an entry. */
function presenceAtFirst(op: Operation, earlier: readonly Operation[]): Presence {
  const first = earlier.find(({ entityId }) => entityId === op.entityId);
  return first?.kind === 'appointment.begin' ? 'held' : 'planned';
}

export interface FieldPayload {
  readonly field: string;
  readonly value: unknown;
  readonly saidBy: string;
  readonly saidOn: string;
}

/** The fact as it was before; none where it was never said. */
function fieldBefore(op: Operation<FieldPayload>, earlier: readonly Operation[]): Compensation {
  const { field, saidBy, saidOn } = op.payload;
  const ofFile = earlier.filter(({ entityId }) => entityId === op.entityId);
  const last = settingsOf(ofFile, field).at(-1)?.setting;
  return { kind: 'caseFile.setField', payload: last ?? { field, value: null, saidBy, saidOn } };
}

/** A field as an operation left it. */
export interface DoneSetting {
  readonly op: Operation;
  readonly setting: FieldPayload;
}

/** What one field of a file was, oldest first: a confirmation gives the value it had another day. */
export function settingsOf(operations: readonly Operation[], field: string): readonly DoneSetting[] {
  const done: DoneSetting[] = [];
  for (const op of operations) {
    for (const setting of settingsIn(op, done.at(-1)?.setting.value ?? null)) {
      if (setting.field === field) done.push({ op, setting });
    }
  }
  return done;
}

function settingsIn({ kind, payload }: Operation, value: unknown): readonly FieldPayload[] {
  switch (kind) {
    case 'caseFile.create':
      return (payload as { readonly fields: readonly FieldPayload[] }).fields;
    case 'caseFile.setField':
      return [payload as FieldPayload];
    case 'caseFile.confirmFact':
      return [{ ...(payload as Omit<FieldPayload, 'value'>), value }];
    default:
      return [];
  }
}

/** The closing that a reopening ended, with the archive it was in; none where the file was not closed. */
function closedBefore(earlier: readonly Operation[]): Compensation | null {
  const last = earlier.findLast(({ kind }) => kind === 'caseFile.close' || kind === 'caseFile.reopen');
  if (last?.kind !== 'caseFile.close') return null;
  return { kind: 'caseFile.close', payload: { ...(last.payload as object), archivedOn: archivedBefore(earlier) } };
}

/** Since when a file is in the archive: its closing, put in it at once or not, and what came since. */
function archivedBefore(earlier: readonly Operation[]): string | null {
  const last = earlier.findLast(({ kind }) => ['caseFile.close', 'caseFile.reopen', 'caseFile.archive'].includes(kind));
  if (last?.kind === 'caseFile.archive') return (last.payload as { readonly on: string | null }).on;
  if (last?.kind !== 'caseFile.close') return null;
  return (last.payload as { readonly archivedOn?: string | null }).archivedOn ?? null;
}

/** The same stand-in as before, if anybody stood in. */
function standInBefore(earlier: readonly Operation[]): Compensation {
  const standIn = standInAfter(earlier);
  if (standIn === null) return { kind: 'caseFile.takeBack', payload: {} };
  const { accountId: toId, ...term } = standIn;
  return { kind: 'caseFile.lend', payload: { toId, ...term } };
}

function standInAfter(earlier: readonly Operation[]): StandIn | null {
  const kinds = ['caseFile.lend', 'caseFile.takeBack', 'caseFile.reassign'];
  const last = earlier.findLast(({ kind }) => kinds.includes(kind));
  if (last?.kind === 'caseFile.reassign') return (last.payload as Reassignment).standIn ?? null;
  if (last?.kind !== 'caseFile.lend') return null;
  const { toId: accountId, ...term } = last.payload as Lending;
  return { accountId, ...term };
}

function advisorBefore(earlier: readonly Operation[]): string {
  const last = earlier.findLast(({ kind }) => kind === 'caseFile.reassign' || kind === 'caseFile.create');
  const payload = last?.payload as { readonly toId?: string; readonly advisorId?: string } | undefined;
  return payload?.toId ?? payload?.advisorId ?? '';
}

/** What the same kind of operation last said of the same thing. */
function before(op: Operation, earlier: readonly Operation[]): object | undefined {
  const last = earlier.findLast(({ kind, entityId }) => kind === op.kind && entityId === op.entityId);
  return last?.payload as object | undefined;
}

/**
 * The revision that undoing an operation must have seen. It is its own, or that of the last change of the same thing where
 * whoever made the operation alone made the later ones, and undid them: the thing stands again as the operation left it.
 * In any other case the undo is refused, since something came meanwhile.
 */
export function revisionToUndo(op: Operation, operations: readonly Operation[]): number {
  const since = changesFrom(op, operations);
  const last = since.at(-1);
  const isOwn = since.every(({ op: { actorId } }) => actorId === op.actorId);
  const isBack = last !== undefined && isSame(since[0]?.left, last.left);
  return isOwn && isBack ? last.op.deviceSeq : op.deviceSeq;
}

interface Change {
  readonly op: Operation;
  /** What it left behind. */
  readonly left: unknown;
}

/** The changes of what an operation changed, itself first: of one field, or of one kind of thing said of one entity. */
function changesFrom(op: Operation, operations: readonly Operation[]): readonly Change[] {
  const ofEntity = operations.filter(({ entityId }) => entityId === op.entityId);
  const isFact = op.kind === 'caseFile.setField' || op.kind === 'caseFile.confirmFact';
  const changes = isFact
    ? settingsOf(ofEntity, (op.payload as FieldPayload).field).map(({ op: each, setting }) => ({
        op: each,
        left: [setting.value, setting.saidBy, setting.saidOn],
      }))
    : ofEntity.filter(({ kind }) => kind === op.kind).map((each) => ({ op: each, left: each.payload }));
  return changes.slice(changes.findIndex((change) => change.op.opId === op.opId));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
