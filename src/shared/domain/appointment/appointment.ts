/** How two people meet, in the order in which it is offered. */
export const MODALITIES = ['on-site', 'telephone', 'video', 'home', 'partner'] as const;

/** What a meeting is, in the order in which it is offered. */
export const APPOINTMENT_KINDS = ['follow-up', 'first', 'review', 'three-way', 'unplanned'] as const;

/** Those that are planned: one without an entry in the agenda is begun. */
export const PLANNED_KINDS = ['follow-up', 'first', 'review', 'three-way'] as const;

/** Planned, held, or not held and by whom it was not: no cause is recorded. */
export const PRESENCES = ['planned', 'held', 'missed', 'excused', 'cancelled-by-person', 'cancelled-by-us'] as const;

/** The longest stretch that is asked of the agenda at once: six weeks of a month, shown whole. */
export const MOST_AGENDA_DAYS = 62;

/** What two people go through in an appointment, in its order; the person's screen follows it. */
export const MEETING_STEPS = [
  'purpose',
  'since',
  'situation',
  'readings',
  'employers',
  'plan',
  'note',
  'wrapUp',
] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];
