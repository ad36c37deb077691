/** Why somebody stands in for a colleague for a while; of the colleague’s health, nothing. */
export const ABSENCE_REASONS = ['leave', 'training', 'unplanned', 'workload'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Why a file changes advisor for good. */
export const TRANSFER_REASONS = ['departure', 'person-request', 'support-change', 'balance', 'person-moved'] as const;
export type TransferReason = (typeof TRANSFER_REASONS)[number];

/** Why a file is opened by somebody who does not accompany the person, for a day. */
export const VISIT_REASONS = ['person-asks', 'colleague-asks', 'urgent', 'other'] as const;
export type VisitReason = (typeof VISIT_REASONS)[number];

/** Whose a file is for whoever asks: theirs, a colleague’s they stand in for, or one that they opened today with a reason. */
export const HOLDINGS = ['title', 'stand-in', 'visit'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** Beyond it is no absence: the file changes advisor. */
export const LONGEST_ABSENCE_DAYS = 180;

/** Somebody who stands in for the advisor of a file, until the evening of a day. */
export interface StandIn {
  readonly accountId: string;
  readonly until: string;
  readonly reason: AbsenceReason;
}

/** A file that somebody is to follow until a day, the advisor being away. */
export interface Lending {
  readonly toId: string;
  readonly until: string;
  readonly reason: AbsenceReason;
}

/** A file that changes advisor. The reason of one that is taken back is that of nobody. */
export interface Reassignment {
  readonly toId: string;
  readonly reason: TransferReason | null;
  /** Whoever stood in before, where it is taken back; nobody otherwise. */
  readonly standIn?: StandIn | null;
}
