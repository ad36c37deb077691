export const first = 'what the unlock screen asks';
