import type { Lending, Reassignment, StandIn } from '../hand-over/hand-over.ts';
import type { JobProject } from '../job-project/job-project.schema.ts';
import { unknownKind, type Operation } from '../operation/operation.ts';
import type { ClosingReason, Fact, Facts, FieldName, FieldValue, Outcome, SaidBy } from './case-file.schema.ts';

/** A case file as its operations made it. */
export interface CaseFileState {
  readonly id: string;
  readonly advisorId: string;
  /** Past its last day as well: it is then of no effect. */
  readonly standIn: StandIn | null;
  readonly createdAt: number;
  readonly closedOn: string | null;
  /** When that was written: the file is kept from whichever is later. */
  readonly closedAt: number | null;
  readonly outcome: Outcome | null;
  /** Null where the file is open, or was closed before reasons were asked. */
  readonly closingReason: ClosingReason | null;
  readonly archivedOn: string | null;
  readonly tagIds: readonly string[];
  readonly isComputingOff: boolean;
  /** Of all that is not a fact. */
  readonly revision: number;
  readonly facts: Facts;
}

/** A field as it is set: null takes the fact away. */
export interface FieldSetting {
  readonly field: FieldName;
  readonly value: unknown;
  readonly saidBy: SaidBy;
  readonly saidOn: string;
}

/** A fact as it is confirmed: its value is the one it had. */
export type FactConfirmation = Omit<FieldSetting, 'value'>;

/** A file as it is closed; in the archive already where a reopening is undone. */
export interface Closing {
  readonly on: string;
  readonly outcome: Outcome;
  readonly reason?: ClosingReason;
  readonly archivedOn?: string | null;
}

export type CaseFileOperation =
  | (Operation<{ readonly advisorId: string; readonly fields: readonly FieldSetting[] }> & {
      readonly kind: 'caseFile.create';
    })
  | (Operation<FieldSetting> & { readonly kind: 'caseFile.setField' })
  | (Operation<{ readonly isOff: boolean }> & { readonly kind: 'caseFile.setComputing' })
  | (Operation<FactConfirmation> & { readonly kind: 'caseFile.confirmFact' })
  | (Operation<{ readonly tagIds: readonly string[] }> & { readonly kind: 'caseFile.setTags' })
  | (Operation<Closing> & { readonly kind: 'caseFile.close' })
  | (Operation<{ readonly on: string | null }> & { readonly kind: 'caseFile.archive' })
  | (Operation<Lending> & { readonly kind: 'caseFile.lend' })
  | (Operation<Reassignment> & { readonly kind: 'caseFile.reassign' })
  | (Operation<Record<string, never>> & { readonly kind: 'caseFile.takeBack' })
  | (Operation<Record<string, never>> & { readonly kind: 'caseFile.reopen' })
  | (Operation<Record<string, never>> & { readonly kind: 'caseFile.eraseWords' });

/** The file after an operation. The same operations in the same order give the same file. */
export function applyCaseFile(state: CaseFileState | null, operation: Operation): CaseFileState {
  const op = operation as CaseFileOperation;
  if (op.kind === 'caseFile.create') return created(op);
  if (state === null) throw new Error('A case file starts with its creation.');
  const changed = { ...state, revision: op.deviceSeq };
  switch (op.kind) {
    case 'caseFile.setField':
      return { ...state, facts: withFact(state.facts, op.payload, op) };
    case 'caseFile.confirmFact': {
      const value = state.facts[op.payload.field]?.value ?? null;
      return { ...state, facts: withFact(state.facts, { ...op.payload, value }, op) };
    }
    case 'caseFile.setComputing':
      return { ...changed, isComputingOff: op.payload.isOff };
    case 'caseFile.setTags':
      return { ...changed, tagIds: op.payload.tagIds };
    case 'caseFile.close': {
      const { on, outcome, reason = null, archivedOn = null } = op.payload;
      return { ...changed, closedOn: on, closedAt: op.at, outcome, closingReason: reason, archivedOn };
    }
    case 'caseFile.archive':
      return { ...changed, archivedOn: op.payload.on };
    case 'caseFile.reopen':
      return { ...changed, ...OPEN };
    case 'caseFile.lend': {
      const { toId: accountId, until, reason } = op.payload;
      return { ...changed, standIn: { accountId, until, reason } };
    }
    case 'caseFile.takeBack':
      return { ...changed, standIn: null };
    case 'caseFile.reassign':
      return { ...changed, advisorId: op.payload.toId, standIn: op.payload.standIn ?? null };
    case 'caseFile.eraseWords':
      return changed;
    default:
      return unknownKind(operation);
  }
}

const OPEN = { closedOn: null, closedAt: null, outcome: null, closingReason: null, archivedOn: null } as const;

function created(op: CaseFileOperation & { readonly kind: 'caseFile.create' }): CaseFileState {
  return {
    id: op.entityId,
    advisorId: op.payload.advisorId,
    standIn: null,
    createdAt: op.at,
    ...OPEN,
    tagIds: [],
    isComputingOff: false,
    revision: op.deviceSeq,
    facts: op.payload.fields.reduce<Facts>((facts, setting) => withFact(facts, setting, op), {}),
  };
}

function withFact(facts: Facts, { field, value, saidBy, saidOn }: FieldSetting, op: Operation): Facts {
  // A fact that was taken away keeps its revision: whoever still sees the former value must not write over that.
  const fact = { value, saidBy, saidOn, actorId: op.actorId, at: op.at, revision: op.deviceSeq } as Fact;
  return { ...facts, [field]: fact };
}

/** The revision that a change of the file, or of one of its fields, must have seen. */
export function revisionOfCaseFile(state: CaseFileState | null, operation: Operation): number {
  const op = operation as CaseFileOperation;
  if (state === null) return 0;
  const isOfFact = op.kind === 'caseFile.setField' || op.kind === 'caseFile.confirmFact';
  if (isOfFact) return state.facts[op.payload.field]?.revision ?? 0;
  return state.revision;
}

/** Value of a field; null when it is not known. */
export function valueOf<N extends FieldName>(facts: Facts, field: N): FieldValue<N> | null {
  return facts[field]?.value ?? null;
}

/** The first job project, as engines read it: nothing else of a case file goes to them (R5). */
export function jobProjectOf(facts: Facts): JobProject {
  return {
    occupation: valueOf(facts, 'project1.occupation'),
    place: valueOf(facts, 'project1.place'),
    reach: valueOf(facts, 'project1.reach'),
    travel: valueOf(facts, 'project1.travel') ?? [],
  };
}
