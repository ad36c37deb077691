import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

const NAME = 'onboarding';
export const onboardingPreference = callQuery('preference.get', { name: NAME });

/** The account has seen its first steps, or passed them: they are not shown again by themselves. */
export function useOnboardingDone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('preference.set', { name: NAME, value: { isDone: true } }),
    onMutate: () => {
      // An answer on its way says what was true before.
      void client.cancelQueries({ queryKey: onboardingPreference.queryKey });
      client.setQueryData(onboardingPreference.queryKey, { value: { isDone: true } });
    },
    onSuccess: () => client.setQueryData(onboardingPreference.queryKey, { value: { isDone: true } }),
  });
}
