import { memo } from 'react';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { CreateFileDialog } from '../../features/portfolio/create-file-dialog.tsx';
import { ExportDialog } from '../../features/portfolio/export-dialog.tsx';
import type { PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { openFile, openNewFile } from './portfolio-view.ts';

/** Whom a contact is written down for: the row that was active then, whatever becomes of the list meanwhile. */
export interface ContactedPerson {
  readonly caseId: string;
  readonly name: string;
}

/** Before the first contact. The dialog is there all the same, closed: it notes where the focus was when it opens. */
export const NOBODY: ContactedPerson = { caseId: '', name: '' };

interface PortfolioDialogsProps {
  readonly opened: 'create' | 'export' | 'contact' | null;
  /** Kept while the dialog closes. */
  readonly contacted: ContactedPerson;
  readonly rows: readonly PortfolioRow[];
  readonly onClose: () => void;
}

function Dialogs({ opened, contacted, rows, onClose }: PortfolioDialogsProps) {
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
      <ContactDialog
        caseId={contacted.caseId}
        personName={contacted.name}
        isOpen={opened === 'contact'}
        onClose={onClose}
      />
    </>
  );
}

/** Apart from the list: they are not drawn again at each letter of the filter. */
export const PortfolioDialogs = memo(Dialogs);
