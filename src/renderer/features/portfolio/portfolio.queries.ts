import { useMutation } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

export const portfolio = callQuery('caseFile.portfolio', {});
export type PortfolioRow = CallOutput<'caseFile.portfolio'>[number];

export function useCreateCaseFile() {
  return useMutation({ mutationFn: (input: CallInput<'caseFile.create'>) => call('caseFile.create', input) });
}

export function useExportPortfolio() {
  return useMutation({ mutationFn: (reason: string) => call('caseFile.exportPortfolio', { reason }) });
}
