export const savedViewCalls = {} as const;
