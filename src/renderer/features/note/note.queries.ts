import { callQuery } from '../../platform/query-client.ts';

export function notesOf(caseId: string) {
  return callQuery('note.list', { caseId });
}

export function draftOf(caseId: string) {
  return callQuery('note.draft', { caseId });
}

export function draftVersionsOf(caseId: string) {
  return callQuery('note.draftVersions', { caseId });
}
