export const planView = 1;
