import { useCallback, useEffect } from 'react';
import { call } from '../../platform/api.ts';
import { isOfFile, type Location, useLocationPart } from '../../platform/location.ts';
import { useBridgeEvent } from '../../platform/query-client.ts';
import { stopSharing, useSharing } from './sharing.ts';

/** Wherever the advisor goes: away from the meeting the person sees a neutral page, away from the file nothing. */
export function useSharedKeeping(): void {
  const { caseId } = useSharing();
  const placeOf = useCallback(
    (location: Location) => {
      if (location.screen === 'employer') return 'aside';
      if (!isOfFile(location) || location.caseId !== caseId) return 'elsewhere';
      return location.screen === 'meeting' ? 'meeting' : 'aside';
    },
    [caseId],
  );
  const place = useLocationPart(placeOf);
  useEffect(() => {
    if (caseId === null || place === 'meeting') return;
    if (place === 'aside') {
      void call('sharedView.show', { subject: null });
      return;
    }
    stopSharing();
    void call('sharedView.hide', {});
  }, [caseId, place]);
  const onChanged = useCallback(({ isOpen }: { readonly isOpen: boolean }) => {
    if (!isOpen) stopSharing();
  }, []);
  useBridgeEvent('sharedView.changed', onChanged);
}
