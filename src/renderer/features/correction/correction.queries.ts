import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { call } from '../../platform/api.ts';
import { newId } from '../../platform/command-id.ts';
import { callQuery } from '../../platform/query-client.ts';

export const corrections = callQuery('correction.list', {});
export type CorrectionRow = CallOutput<'correction.list'>[number];

export function useExportCorrections() {
  return useMutation({ mutationFn: () => call('correction.export', {}) });
}

export function useDismissCorrection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (siret: string) => call('correction.dismiss', { siret, commandId: newId() }),
    onSuccess: () => client.invalidateQueries({ queryKey: corrections.queryKey }),
  });
}
