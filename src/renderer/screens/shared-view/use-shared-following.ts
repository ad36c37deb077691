import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { currentLocation, isOfFile, type Location, onLocation } from '../../platform/location.ts';
import { useBridgeEvent } from '../../platform/query-client.ts';
import { showToast } from '../../ui/toast.tsx';
import { currentSharing, onSharing, type SharedSubject, stopSharing, subjectOf } from './sharing.ts';

/**
 * What the person sees from where the advisor is: the step of the meeting; a neutral page (null) in the rest of the file,
 * and beside the page of an employer; nothing once the file is left.
 */
export function sharedFrom(location: Location, caseId: string): SharedSubject | null | 'nothing' {
  if (location.screen === 'employer') return null;
  if (!isOfFile(location) || location.caseId !== caseId) return 'nothing';
  return location.screen === 'meeting' ? subjectOf(currentSharing(), caseId, location.step) : null;
}

/** The window of the person follows the advisor, told before the advisor's own screen is drawn. */
export function useSharedFollowing(): void {
  const { t } = useTranslation();
  useEffect(() => {
    let said = '';
    const follow = (): void => {
      const { caseId, written } = currentSharing();
      // Whoever has a screen of their own sits beside this one: it keeps to itself what is the advisor's alone.
      document.documentElement.toggleAttribute('data-shared', caseId !== null);
      const subject = caseId === null ? null : sharedFrom(currentLocation(), caseId);
      if (caseId === null) {
        said = '';
      } else if (subject === 'nothing') {
        stopSharing();
        void call('sharedView.hide', {});
      } else {
        const next = JSON.stringify([subject, subject?.isDecidedShown === true ? written : 0]);
        if (next === said) return;
        said = next;
        call('sharedView.show', { subject }).catch(() => {
          stopSharing();
          void call('sharedView.hide', {});
          showToast(t('shared.failed'));
        });
      }
    };
    const leave = [onLocation(follow), onSharing(follow)];
    return () => {
      for (const each of leave) each();
    };
  }, [t]);
  const onChanged = useCallback(({ isOpen }: { readonly isOpen: boolean }) => {
    if (!isOpen) stopSharing();
  }, []);
  useBridgeEvent('sharedView.changed', onChanged);
}
