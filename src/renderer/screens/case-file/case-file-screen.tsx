import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { AppointmentDialog } from '../../features/appointment/appointment-dialog.tsx';
import { caseFileOf } from '../../features/case-file/case-file.queries.ts';
import { CaseHeader } from '../../features/case-file/case-header.tsx';
import { nameOf } from '../../features/case-file/header-words.ts';
import { StaleLine } from '../../features/case-file/stale-line.tsx';
import { ContactDialog } from '../../features/contact/contact-dialog.tsx';
import { projectLine } from '../../features/job-project/project-words.ts';
import { Notes } from '../../features/note/notes.tsx';
import { workspaceStatus } from '../../features/workspace/workspace.queries.ts';
import { CASE_TABS, type CaseTab, refine } from '../../platform/location.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import './case-file.css';
import { EmployersTab } from './employers/employers-tab.tsx';
import { SituationTab } from './situation-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { useUndo } from './use-undo.ts';

const PANEL_ID = 'case-panel';

interface CaseFileScreenProps {
  readonly caseId: string;
  readonly tab: CaseTab;
}

/** One person's file: who they are and what for, then its four parts. */
export function CaseFileScreen({ caseId, tab }: CaseFileScreenProps) {
  const { data: file, error, refetch } = useQuery(caseFileOf(caseId));
  if (error !== null && file === undefined) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (file === undefined) {
    return (
      <div className="case-top" aria-busy="true">
        <Skeleton width="200px" />
        <Skeleton width="520px" />
      </div>
    );
  }
  return (
    <>
      <StaleLine error={error} onRetry={() => void refetch()} />
      <OpenFile key={caseId} file={file} tab={tab} />
    </>
  );
}

type OpenDialog = 'contact' | 'appointment' | null;

function OpenFile({ file, tab }: { readonly file: CaseFile; readonly tab: CaseTab }) {
  const { t, i18n } = useTranslation();
  const caseId = file.id;
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [wantsNote, setWantsNote] = useState(false);
  const undoing = useUndo(caseId);
  const { done } = undoing;
  const { data: workspace } = useQuery(workspaceStatus);
  const show = (next: CaseTab): void => refine({ screen: 'caseFile', caseId, tab: next });
  const closeDialog = (): void => setDialog(null);
  const name = nameOf(t, file);

  useShortcuts({
    title: t('caseFile.keys.title'),
    place: 3,
    shortcuts: [
      ...CASE_TABS.map((each, index) => ({
        keys: [String(index + 1)],
        label: t(`caseFile.tabs.${each}`),
        run: () => show(each),
      })),
      { keys: ['c'], label: t('caseFile.contact'), run: () => setDialog('contact') },
      {
        keys: ['n'],
        label: t('caseFile.keys.note'),
        run: () => {
          setWantsNote(true);
          show('notes');
        },
      },
    ],
  });
  const onEditorReached = useCallback(() => setWantsNote(false), []);

  return (
    <>
      <section className="case-top" aria-label={t('caseFile.header')}>
        <CaseHeader file={file} project={projectLine(t, file.project, i18n.language)}>
          <Button shortcut="C" onClick={() => setDialog('contact')}>
            {t('caseFile.contact')}
          </Button>
          <Button onClick={() => setDialog('appointment')}>{t('caseFile.appointment')}</Button>
        </CaseHeader>
        <Tabs
          label={t('caseFile.parts')}
          items={CASE_TABS.map((key) => ({ key, label: t(`caseFile.tabs.${key}`), count: null }))}
          chosen={tab}
          onChoose={show}
          panelId={PANEL_ID}
        />
      </section>
      <div id={PANEL_ID} role="tabpanel" aria-label={t(`caseFile.tabs.${tab}`)}>
        {tab === 'summary' ? <SummaryTab file={file} onDone={done} onSituation={() => show('situation')} /> : null}
        {tab === 'situation' ? <SituationTab file={file} onDone={done} /> : null}
        {tab === 'employers' ? (
          <EmployersTab
            file={file}
            manifest={workspace?.manifest ?? null}
            undoing={undoing}
            onSituation={() => show('situation')}
          />
        ) : null}
        {tab === 'notes' ? (
          <Notes caseId={caseId} personName={name} wantsEditor={wantsNote} onEditorReached={onEditorReached} />
        ) : null}
      </div>
      <ContactDialog
        caseId={caseId}
        personName={name}
        isOpen={dialog === 'contact'}
        onClose={closeDialog}
        onDone={done}
      />
      <AppointmentDialog caseId={caseId} isOpen={dialog === 'appointment'} onClose={closeDialog} onDone={done} />
    </>
  );
}
