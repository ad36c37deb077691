import { keepPreviousData } from '@tanstack/react-query';
import type { SheetOptions } from '../../../shared/domain/sheet/sheet.schema.ts';
import { callQuery } from '../../platform/query-client.ts';

/** The sheet as it would be printed: asked anew each time it is looked at, and shown as it was while options change. */
export function sheetOf(caseId: string, options: SheetOptions) {
  return { ...callQuery('sheet.compose', { caseId, ...options }), staleTime: 0, placeholderData: keepPreviousData };
}

export function keptSheetsOf(caseId: string) {
  return callQuery('sheet.list', { caseId });
}

export const waitingSheets = callQuery('sheet.waiting', {});

export const phonePreference = callQuery('preference.get', { name: 'sheet.phone' });
