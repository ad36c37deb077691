export const guardCalls = {} as const;
