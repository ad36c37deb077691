import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { forgetFile } from '../../platform/forgetting.ts';
import { forgetWhereabouts } from '../../platform/location.ts';
import { showToast } from '../../ui/toast.tsx';

export interface FileLife {
  readonly reopen: () => void;
  readonly archive: () => void;
  /** The file is gone: nothing of it stays on screen nor in the way back. */
  readonly erased: (personName: string) => void;
}

/** What happens to the file as a whole, besides its closing: undone as anything else, save the erasure. */
export function useFileLife(
  { id: caseId, revision }: CaseFile,
  onDone: (opId: string, text: string) => void,
): FileLife {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isRunning = useRef(false);
  const run = async (name: 'caseFile.reopen' | 'caseFile.archive', text: string): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      const { opId } = await commit(name, { caseId, baseRevision: revision });
      onDone(opId, text);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    } finally {
      isRunning.current = false;
    }
  };
  return {
    reopen: () => void run('caseFile.reopen', t('caseFile.reopened')),
    archive: () => void run('caseFile.archive', t('caseFile.archived')),
    erased: (personName) => {
      forgetWhereabouts({ screen: 'portfolio' });
      forgetFile(caseId);
      client.removeQueries({
        predicate: ({ queryKey: [, input] }) =>
          typeof input === 'object' && input !== null && 'caseId' in input && input.caseId === caseId,
      });
      showToast(t('erasure.done', { name: personName }));
    },
  };
}
