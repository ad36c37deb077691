import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListedTag } from '../../../shared/domain/agency-tag/agency-tag.schema.ts';
import { call } from '../../platform/api.ts';
import { commit, type CommitInput } from '../../platform/commit.ts';
import { callQuery } from '../../platform/query-client.ts';

/** The tags of the agency, retired ones included: files that wear them keep them. */
export const agencyTags = callQuery('agencyTag.list', {});

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Names by identifier; the same map for the same list. */
const namesOf = new WeakMap<readonly ListedTag[], ReadonlyMap<string, string>>();

export function tagNames(tags: readonly ListedTag[] | undefined): ReadonlyMap<string, string> {
  if (tags === undefined) return NO_NAMES;
  const names = namesOf.get(tags) ?? new Map(tags.map(({ id, name }) => [id, name] as const));
  namesOf.set(tags, names);
  return names;
}

/** What a file wears, as it is now: asked each time, since a change must have seen it. */
export function wornTags(caseId: string) {
  return queryOptions({
    queryKey: ['agencyTag.worn', caseId],
    queryFn: async () => {
      const { tagIds, revision } = await call('caseFile.get', { caseId });
      return { tagIds, revision };
    },
    staleTime: 0,
    gcTime: 0,
  });
}

interface TagSetting {
  readonly caseId: string;
  readonly tagIds: readonly string[];
  readonly baseRevision: number;
}

export function useSetTags() {
  return useMutation({
    mutationFn: ({ caseId, tagIds, baseRevision }: TagSetting) =>
      commit('caseFile.setTags', { caseId, tagIds: [...tagIds], baseRevision }),
  });
}

type TagCommand = 'agencyTag.add' | 'agencyTag.rename' | 'agencyTag.retire' | 'agencyTag.restore';

/** One change of the list; the list is read again even when it is refused: somebody else may have changed it. */
export function useTagCommand<N extends TagCommand>(name: N) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CommitInput<N>) => commit(name, input),
    onSettled: () => client.invalidateQueries({ queryKey: agencyTags.queryKey }),
  });
}
