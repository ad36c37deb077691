export const planRepository = 1;
