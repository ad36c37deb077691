export const hires = 1;
