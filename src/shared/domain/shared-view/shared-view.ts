/** How far an action is: that one is not begun is not said. */
export const ACTION_PROGRESS = ['ahead', 'in-progress', 'done'] as const;

/** How much a factor counts, in words. */
export const WEIGHTS = ['much', 'some', 'little', 'nothing'] as const;

/** Hires to expect in the occupation, in words: `counted` where a structure counted them. */
export const HIRES = ['more', 'average', 'less', 'counted', 'unknown'] as const;

/** Where a place lies from another. */
export const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;

/** How one comes in: as is usual in the sector, or by the door of public employers and of agencies. */
export const WAYS_IN = ['in-person', 'application', 'public', 'agency'] as const;
