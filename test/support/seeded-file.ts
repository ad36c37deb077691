/** Identifiers of a file where something of each kind was done. */
export interface SeededFile {
  readonly caseId: string;
  /** Another file of the same advisor, about whom nothing was said yet. */
  readonly bareCaseId: string;
  readonly bareRevision: number;
  /** Kept for later: the decision has this revision. */
  readonly ownEmployerId: string;
  readonly ownRevision: number;
  readonly actionId: string;
  readonly actionRevision: number;
  /** Appointments for each thing done with one. */
  readonly toMove: Seen;
  readonly toMiss: Seen;
  readonly decisionId: string;
  /** It waits to be handed over. */
  readonly sheet: Seen;
  readonly noteId: string;
  readonly toRevise: Seen;
  readonly toWithdraw: Seen;
  /** Closed half a year ago: what became of the situation may be told. */
  readonly toTell: Seen;
  /** Something that can be undone. */
  readonly opId: string;
  /** A fact that was said, to confirm. */
  readonly placeRevision: number;
  /** Files to do with what is done once: the last three are closed. */
  readonly toTag: Seen;
  readonly toClose: Seen;
  readonly toReopen: Seen;
  readonly toArchive: Seen;
  readonly toErase: Seen;
  /** Open, to go to a colleague. */
  readonly toReassign: Seen;
  /** A tag of the agency for each thing done with one. */
  readonly tags: readonly [Seen, Seen, Seen];
  readonly view: Seen;
  /** Of the list of the file. */
  readonly siret: string;
  /** Retained: nothing happened with it yet. */
  readonly retainedSiret: string;
  /** Contacted, each to do something else with. */
  readonly contacted: readonly [Contacted, Contacted, Contacted];
  /** Somebody to ask for there. */
  readonly contactVersion: number;
  /** And at the closed one. */
  readonly otherContactVersion: number;
  /** Said to be closed, so in no list any more. */
  readonly closedSiret: string;
  /** A copy of the case files. */
  readonly backupId: string;
}

/** Something that was written, with the revision it has. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** A company of one's own that was contacted. */
export interface Contacted extends Seen {
  readonly stepId: string;
}
