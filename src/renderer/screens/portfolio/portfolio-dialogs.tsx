import { memo } from 'react';
import { TagDialog } from '../../features/agency-tag/tag-dialog.tsx';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { CreateFileDialog } from '../../features/portfolio/create-file-dialog.tsx';
import { ExportDialog } from '../../features/portfolio/export-dialog.tsx';
import type { PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { openFile, openNewFile } from './portfolio-view.ts';

/** Whom a dialog is about: the row that was active then, whatever becomes of the list meanwhile. */
export interface ChosenPerson {
  readonly caseId: string;
  readonly name: string;
}

/** Before the first one. The dialog is there all the same, closed: it notes where the focus was when it opens. */
export const NOBODY: ChosenPerson = { caseId: '', name: '' };

interface PortfolioDialogsProps {
  readonly opened: 'create' | 'export' | 'contact' | 'tags' | null;
  /** Kept while the dialog closes. */
  readonly chosen: ChosenPerson;
  readonly rows: readonly PortfolioRow[];
  readonly onClose: () => void;
}

function Dialogs({ opened, chosen, rows, onClose }: PortfolioDialogsProps) {
  return (
    <>
      <CreateFileDialog
        isOpen={opened === 'create'}
        rows={rows}
        onClose={onClose}
        onCreated={openNewFile}
        onOpenFile={openFile}
      />
      <ExportDialog isOpen={opened === 'export'} onClose={onClose} />
      <ContactDialog caseId={chosen.caseId} personName={chosen.name} isOpen={opened === 'contact'} onClose={onClose} />
      <TagDialog caseId={chosen.caseId} personName={chosen.name} isOpen={opened === 'tags'} onClose={onClose} />
    </>
  );
}

/** Apart from the list: they are not drawn again at each letter of the filter. */
export const PortfolioDialogs = memo(Dialogs);
