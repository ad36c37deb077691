import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { TagDialog } from '../../features/agency-tag/tag-dialog.tsx';
import { useDoneInFile } from '../../features/case-file/done-in-file.ts';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { GiveDialog } from '../../features/hand-over/give-dialog.tsx';
import { CreateFileDialog } from '../../features/portfolio/create-file-dialog.tsx';
import { ExportDialog } from '../../features/portfolio/export-dialog.tsx';
import type { PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import { openFile } from './portfolio-view.ts';

/** Whom a dialog is about: the row that was active then, whatever becomes of the list meanwhile. */
export interface ChosenPerson {
  readonly caseId: string;
  readonly name: string;
  readonly isClosed: boolean;
}

/** Before the first one. The dialog is there all the same, closed: it notes where the focus was when it opens. */
export const NOBODY: ChosenPerson = { caseId: '', name: '', isClosed: false };

interface PortfolioDialogsProps {
  readonly opened: 'create' | 'export' | 'contact' | 'tags' | 'give' | null;
  /** Kept while the dialog closes. */
  readonly chosen: ChosenPerson;
  readonly rows: readonly PortfolioRow[];
  /** One’s own open files, as the list shows them. */
  readonly toGive: readonly string[];
  readonly onClose: () => void;
}

function Dialogs({ opened, chosen, rows, toGive, onClose }: PortfolioDialogsProps) {
  const { t, i18n } = useTranslation();
  const { caseId, name: personName, isClosed } = chosen;
  const onDone = useDoneInFile(caseId);
  const common = { caseId, personName, onClose, onDone };
  return (
    <>
      <CreateFileDialog
        isOpen={opened === 'create'}
        rows={rows}
        onClose={onClose}
        onCreated={openFile}
        onOpenFile={openFile}
      />
      <GiveDialog
        caseIds={toGive}
        what={t('handOver.give.count', { count: toGive.length, n: numberText(toGive.length, i18n.language) })}
        isOpen={opened === 'give'}
        onClose={onClose}
        onGiven={() => undefined}
      />
      <ExportDialog isOpen={opened === 'export'} onClose={onClose} />
      <ContactDialog {...common} isClosed={isClosed} isOpen={opened === 'contact'} />
      <TagDialog {...common} isOpen={opened === 'tags'} />
    </>
  );
}

/** Apart from the list: they are not drawn again at each letter of the filter. */
export const PortfolioDialogs = memo(Dialogs);
