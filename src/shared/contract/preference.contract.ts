export const preferenceCalls = {} as const;
