export const agencyTagCalls = {} as const;
