export const backupCalls = {} as const;
