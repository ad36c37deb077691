/**
 * What is done in a file from a dialog that opens anywhere: the palette, the portfolio. Where the file itself is on
 * screen, it goes with what was done there, and Ctrl+Z undoes the last of all.
 */
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { go } from '../../platform/location.ts';
import { showToast } from '../../ui/toast.tsx';

/** By several operations where it took several, in the order they were made. */
type Done = (opId: string | readonly string[], text: string) => void;

/** Of the files on screen: there is one at most. */
const shown = new Map<string, Done>();

/** The file on screen takes in what is done in it from elsewhere. */
export function useDoneElsewhere(caseId: string, done: Done): void {
  useEffect(() => {
    shown.set(caseId, done);
    return () => {
      shown.delete(caseId);
    };
  }, [caseId, done]);
}

/** Says what was done in a file, and offers to undo it; where another file is on screen, that it was not done in that one. */
export function useDoneInFile(caseId: string): Done {
  const { t } = useTranslation();
  return useCallback(
    (opId, text) => {
      const done = shown.get(caseId);
      if (done !== undefined) {
        done(opId, text);
        return;
      }
      const undo = async (): Promise<void> => {
        try {
          // The last one first: what is planned stands on nothing that is gone.
          for (const each of [opId].flat().toReversed()) await commit('caseFile.undo', { caseId, opId: each });
          showToast(t('caseFile.undone', { text }));
        } catch (error) {
          showToast(t(`errors.${asApiError(error).code}`));
        }
      };
      const undoing = { label: t('caseFile.undo'), run: () => void undo() };
      if (shown.size === 0) showToast(text, undoing);
      else {
        // Without a name: whoever has their file on screen may be looking at it too.
        const opening = {
          label: t('caseFile.openOther'),
          run: () => go({ screen: 'caseFile', caseId, tab: 'summary' }),
        };
        showToast(t('caseFile.inAnother', { text }), undoing, opening);
      }
    },
    [caseId, t],
  );
}
