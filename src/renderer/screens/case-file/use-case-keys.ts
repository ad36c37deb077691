import { useTranslation } from 'react-i18next';
import type { FileAct } from '../../features/case-file/file-menu.tsx';
import { CASE_TABS, type CaseTab } from '../../platform/location.ts';
import { type Shortcut, useShortcuts } from '../../platform/shortcuts.ts';

interface CaseKeys {
  readonly tab: CaseTab;
  readonly acts: readonly FileAct[];
  readonly show: (tab: CaseTab) => void;
  readonly onContact: () => void;
  readonly onNote: () => void;
  /** Null where no meeting can be held: the file is closed. */
  readonly meeting: { readonly label: string; readonly run: () => void } | null;
  /** Null where no meeting can be planned: the file is closed. */
  readonly onAppointment: (() => void) | null;
}

const NO_KEY = { keys: [] } as const;
const KEYS_OF: Readonly<Record<FileAct['key'], Omit<Shortcut, 'label' | 'run'>>> = {
  here: { keys: ['i'] },
  tags: { keys: ['t'] },
  handOver: { keys: ['h'] },
  give: NO_KEY,
  accesses: NO_KEY,
  sheet: { keys: ['p'], ctrl: true, shown: ['Ctrl', 'P'], inFields: true },
  print: NO_KEY,
  ownFile: NO_KEY,
  computing: NO_KEY,
  close: NO_KEY,
  reopen: NO_KEY,
  archive: NO_KEY,
  erase: NO_KEY,
};

/** The keys of a file, whatever part of it is shown; what has no key is found in the palette. */
export function useCaseKeys({ tab, acts, show, meeting, onContact, onNote, onAppointment }: CaseKeys): void {
  const { t } = useTranslation();
  useShortcuts({
    title: t('caseFile.keys.title'),
    place: 3,
    shortcuts: [
      ...CASE_TABS.map((each, index) => ({
        keys: [String(index + 1)],
        label: t(`caseFile.tabs.${each}`),
        run: () => show(each),
      })),
      ...(meeting === null ? [] : [{ keys: ['b'], ...meeting }]),
      { keys: ['c'], label: t('caseFile.contact'), run: onContact },
      { keys: ['n'], label: t('caseFile.keys.note'), run: onNote },
      ...(onAppointment === null ? [] : [{ keys: ['j'], label: t('caseFile.appointment'), run: onAppointment }]),
      ...acts.map(({ key, label, run }) => ({
        // T keeps a company for later in the list of companies.
        ...(key === 'tags' && tab === 'employers' ? NO_KEY : KEYS_OF[key]),
        label,
        run,
      })),
    ],
  });
}
