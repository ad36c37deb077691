import { useMutation, useQueryClient } from '@tanstack/react-query';
import { commit, type CommitInput } from '../../platform/commit.ts';
import { callQuery } from '../../platform/query-client.ts';

export const agencyTags = callQuery('agencyTag.list', {});

type TagCommand = 'agencyTag.add' | 'agencyTag.rename' | 'agencyTag.retire' | 'agencyTag.restore';

/** One change of the list; the list is read again even when it is refused: somebody else may have changed it. */
export function useTagCommand<N extends TagCommand>(name: N) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CommitInput<N>) => commit(name, input),
    onSettled: () => client.invalidateQueries({ queryKey: agencyTags.queryKey }),
  });
}
