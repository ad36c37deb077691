/** One key each; files that are closed or archived are by themselves: one asks for them. */
export const QUICK_FILTERS = ['overdue', 'thisWeek', 'promised', 'awaited', 'expiring', 'closed', 'archived'] as const;

/** How long ago the last exchange was: less than 7, 31 or 92 days, longer, or none at all. */
export const LAST_CONTACTS = ['week', 'month', 'quarter', 'older', 'never'] as const;
/** This week and the next two are counted from today; `none` is nobody to meet. */
export const APPOINTMENTS = ['this-week', 'next-two-weeks', 'later', 'none'] as const;

/** In the order they are shown in when nobody moved them. */
export const PORTFOLIO_COLUMNS = [
  'person',
  'project',
  'place',
  'modality',
  'lastContact',
  'nextAppointment',
  'plan',
  'due',
  'tags',
  'since',
  'leads',
] as const;

/** CSS pixels. */
export const COLUMN_WIDTH = { narrowest: 40, widest: 1_200 } as const;
