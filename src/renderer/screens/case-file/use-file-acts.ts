import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { FileAct } from '../../features/case-file/file-menu.tsx';
import type { CaseDialog } from './case-dialogs.tsx';
import type { FileLife } from './use-file-life.ts';
import type { TheyAreHere } from './use-they-are-here.ts';

interface FileActing {
  readonly open: (dialog: CaseDialog) => void;
  readonly print: () => void;
  readonly life: FileLife;
  readonly toggleComputing: () => void;
  /** Null where there is nothing to say of it now. */
  readonly here: TheyAreHere | null;
}

/** What the menu of a file offers: what an open file and a closed one do not share is not shown disabled. */
export function useFileActs(
  file: CaseFile,
  { open, print, life, toggleComputing, here }: FileActing,
): readonly FileAct[] {
  const { t } = useTranslation();
  const printing: FileAct = { key: 'print', label: t('caseFile.menu.printSituation'), run: print };
  const sheet: FileAct = { key: 'sheet', label: t('sheet.open'), shortcut: 'Ctrl P', run: () => open('sheet') };
  /** Whoever only visits does not answer for the whole file. */
  const ownFile: readonly FileAct[] =
    file.holding === 'visit' ? [] : [{ key: 'ownFile', label: t('ownFile.open'), run: () => open('ownFile') }];
  const computing: FileAct = {
    key: 'computing',
    label: t(file.isComputingOff ? 'caseFile.menu.computingOn' : 'caseFile.computingOff'),
    run: toggleComputing,
  };
  const tagging: FileAct = { key: 'tags', label: t('caseFile.menu.tags'), shortcut: 'T', run: () => open('tags') };
  const erasing: FileAct = { key: 'erase', label: t('caseFile.menu.erase'), run: () => open('erase') };
  const isOwn = file.holding === 'title';
  const reading: FileAct = {
    key: 'handOver',
    label: t('handOver.page.open'),
    shortcut: 'H',
    run: () => open('handOver'),
  };
  const giving: readonly FileAct[] = isOwn
    ? [{ key: 'give', label: t('handOver.give.open'), run: () => open('give') }]
    : [];
  const telling: FileAct = { key: 'accesses', label: t('handOver.accesses.open'), run: () => open('accesses') };
  const ends: readonly FileAct[] = isOwn ? [erasing] : [];
  if (file.closedOn === null) {
    const receiving: readonly FileAct[] = here === null ? [] : [{ key: 'here', shortcut: 'I', ...here }];
    return [
      ...receiving,
      sheet,
      tagging,
      printing,
      reading,
      ...giving,
      telling,
      ...ownFile,
      computing,
      { key: 'close', label: t('caseFile.menu.close'), run: () => open('close') },
      ...ends,
    ];
  }
  const reopening: FileAct = { key: 'reopen', label: t('caseFile.reopen'), run: life.reopen };
  const archiving: FileAct = { key: 'archive', label: t('caseFile.archive'), run: life.archive };
  return [
    sheet,
    tagging,
    printing,
    telling,
    ...ownFile,
    computing,
    reopening,
    ...(file.archivedOn === null ? [archiving] : []),
    ...ends,
  ];
}
