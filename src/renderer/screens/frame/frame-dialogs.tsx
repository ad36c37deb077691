import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { CreateFileDialog } from '../../features/portfolio/create-file-dialog.tsx';
import { NoteSearch } from '../../features/note-search/note-search.tsx';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { go } from '../../platform/location.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Contacted } from './palette-people.ts';
import type { FrameLayer } from './use-frame-layers.ts';

interface FrameDialogsProps {
  readonly layer: FrameLayer;
  readonly contacted: Contacted;
  readonly onClose: () => void;
}

/** What an advisor does from anywhere, without opening a file first. */
export function FrameDialogs({ layer, contacted, onClose }: FrameDialogsProps) {
  const { t } = useTranslation();
  const rows = useQuery({ ...portfolio, enabled: layer === 'create' }).data ?? [];
  const undo = async (opId: string, text: string): Promise<void> => {
    try {
      await commit('caseFile.undo', { caseId: contacted.caseId, opId });
      showToast(t('caseFile.undone', { text }));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <>
      <NoteSearch onOpenNotes={(caseId) => go({ screen: 'caseFile', caseId, tab: 'notes' })} />
      <ContactDialog
        caseId={contacted.caseId}
        personName={contacted.name}
        isOpen={layer === 'contact'}
        onClose={onClose}
        onDone={(opId, text) => showToast(text, { label: t('caseFile.undo'), run: () => void undo(opId, text) })}
      />
      <CreateFileDialog
        isOpen={layer === 'create'}
        rows={rows}
        onClose={onClose}
        onCreated={(caseId) => go({ screen: 'caseFile', caseId, tab: 'situation' })}
        onOpenFile={(caseId) => go({ screen: 'caseFile', caseId, tab: 'summary' })}
      />
    </>
  );
}
