/** The workspaces there are; without zod, for who reads one name before anything else is there. */
export const WORKSPACE_NAMES = ['demonstration', 'own'] as const;
