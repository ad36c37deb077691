export const dataFolderCalls = {} as const;
