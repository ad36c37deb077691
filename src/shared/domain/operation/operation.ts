/**
 * One thing that a person did to a case file. Operations are only ever added: they are the truth that the tables of the
 * store are rebuilt from, the trail of who did what, and later what is passed on to other workstations.
 */
export interface Operation<P = unknown> {
  /** UUID version 7, made by whoever asked: asking again with the same one changes nothing more. */
  readonly opId: string;
  readonly deviceId: string;
  /** 1, 2, 3… without a gap on a device: a missing one would show. It is the revision of what the operation changed. */
  readonly deviceSeq: number;
  readonly actorId: string;
  /** Instant, milliseconds UTC. */
  readonly at: number;
  /** Null for what belongs to the workstation and to nobody's file. */
  readonly caseId: string | null;
  readonly entity: string;
  readonly entityId: string;
  readonly kind: string;
  /** Version of the payload's shape. */
  readonly schemaV: number;
  /** The revision that the person saw when they decided; null where nothing can be overwritten. */
  readonly baseRevision: number | null;
  readonly payload: P;
}

/** Says that a file was erased: nothing is made of it, and it is all that the log still says of that file. */
export const ERASED = 'caseFile.erase';
/** Says that the words of a file were, the rest of it being kept. */
export const WORDS_ERASED = 'caseFile.eraseWords';
/** The entities that hold words, which go before the rest of a file. */
export const ENTITIES_OF_WORDS = ['note', 'contact', 'reading', 'sheet'] as const;

/** An operation of a kind its entity does not know: written by a later version, or a bug. */
export function unknownKind(op: Pick<Operation, 'entity' | 'kind'>): never {
  throw new Error(`${op.entity} has no operation ${op.kind}`);
}
