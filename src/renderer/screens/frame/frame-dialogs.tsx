import { useQuery } from '@tanstack/react-query';
import { useDoneInFile } from '../../features/case-file/done-in-file.ts';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { VisitDialog } from '../../features/hand-over/visit-dialog.tsx';
import { CreateFileDialog } from '../../features/portfolio/create-file-dialog.tsx';
import { NoteSearch } from '../../features/note-search/note-search.tsx';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import { go } from '../../platform/location.ts';
import type { Contacted } from './palette-people.ts';
import type { FrameLayer } from './use-frame-layers.ts';

interface FrameDialogsProps {
  readonly layer: FrameLayer;
  readonly contacted: Contacted;
  readonly onClose: () => void;
}

/** What an advisor does from anywhere, without opening a file first. */
export function FrameDialogs({ layer, contacted, onClose }: FrameDialogsProps) {
  const rows = useQuery({ ...portfolio, enabled: layer === 'create' }).data ?? [];
  const onDone = useDoneInFile(contacted.caseId);
  const openFile = (caseId: string): void => {
    onClose();
    go({ screen: 'caseFile', caseId, tab: 'summary' });
  };
  return (
    <>
      <NoteSearch onOpenNotes={(caseId) => go({ screen: 'caseFile', caseId, tab: 'notes' })} />
      <ContactDialog
        caseId={contacted.caseId}
        personName={contacted.name}
        isClosed={contacted.isClosed}
        isOpen={layer === 'contact'}
        onClose={onClose}
        onDone={onDone}
      />
      <VisitDialog isOpen={layer === 'visit'} onClose={onClose} onOpened={openFile} />
      <CreateFileDialog
        isOpen={layer === 'create'}
        rows={rows}
        onClose={onClose}
        onCreated={openFile}
        onOpenFile={openFile}
      />
    </>
  );
}
