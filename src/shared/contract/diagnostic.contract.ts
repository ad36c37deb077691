export const diagnosticCalls = {} as const;
