import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftBody, Note } from '../../../shared/domain/note/note.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ConfirmReplacing } from './confirm-replacing.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteList } from './note-list.tsx';
import './note.css';
import { useOneDraft } from './use-one-draft.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface NotesProps {
  readonly caseId: string;
  readonly personName: string;
  /** Whether the editor takes the keys as soon as it is there. */
  readonly wantsEditor: boolean;
  readonly onEditorReached: () => void;
  /** Goes on to `copy` at once, or once what must be known before a note leaves the file was read. */
  readonly beforeCopy: (copy: () => void) => void;
  readonly onPrint: (note: Note) => void;
  /** Whoever is at the keyboard. */
  readonly accountId: string | null;
}

type Asking = { readonly kind: 'discard' } | { readonly kind: 'correct'; readonly note: Note };

/** The notes of a file: those that are validated, and the one being written. */
export function Notes({
  caseId,
  personName,
  wantsEditor,
  onEditorReached,
  beforeCopy,
  onPrint,
  accountId,
}: NotesProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { notes, draft, turn, editor, fail, startAnew, retry, discard } = useOneDraft(caseId);
  const [withdrawing, setWithdrawing] = useState<Note | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const isReady = draft.data !== undefined;
  useEffect(() => {
    if (!wantsEditor || !isReady) return;
    editor.current?.focus();
    onEditorReached();
  }, [wantsEditor, isReady, editor, onEditorReached]);

  const error = notes.error ?? draft.error;
  if (error !== null && draft.data === undefined) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={retry} />
      </div>
    );
  }
  const correct = async (note: Note): Promise<void> => {
    try {
      if ((await editor.current?.replaceBy(correctionOf(note))) === true) await startAnew();
      editor.current?.focus();
    } catch (failure) {
      fail(failure);
    }
  };
  const copy = async ({ id: noteId }: Note): Promise<void> => {
    try {
      const { clearedAfterSeconds: seconds } = await call('note.copyOut', { caseId, noteId });
      showToast(t('note.copied', { seconds }));
    } catch (failure) {
      fail(failure);
    }
  };
  const corrected = notes.data?.find(({ id }) => id === draft.data?.body.corrects);
  return (
    <div className="notes">
      {error === null ? null : (
        <p className="note-stale" role="alert">
          {t(`errors.${asApiError(error).code}`)} <TextButton onClick={retry}>{t('ui.retry')}</TextButton>
        </p>
      )}
      <NoteList
        notes={notes.data ?? []}
        {...{ accountId, onPrint }}
        onWithdraw={setWithdrawing}
        onCopy={(note) => beforeCopy(() => void copy(note))}
        onCorrect={(note) => {
          if (draft.data?.version === 0) void correct(note);
          else setAsking({ kind: 'correct', note });
        }}
      />
      {draft.data === undefined ? null : (
        <NoteEditor
          key={turn}
          ref={editor}
          caseId={caseId}
          personName={personName}
          draft={draft.data}
          correctsText={
            corrected === undefined ? null : t('note.of', { day: shortDayText(corrected.on, now, i18n.language) })
          }
          onValidated={() => {
            showToast(t('note.validated'));
            void startAnew().then(() => document.getElementById('note-list-title')?.focus());
          }}
          onDiscard={() => setAsking({ kind: 'discard' })}
        />
      )}
      <WithdrawDialog
        note={withdrawing}
        onClose={() => setWithdrawing(null)}
        onWithdrawn={() => {
          setWithdrawing(null);
          showToast(t('note.withdrawing.done'));
          document.getElementById('note-list-title')?.focus();
        }}
      />
      <ConfirmReplacing
        kind={asking?.kind ?? null}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          if (asking?.kind === 'correct') void correct(asking.note);
          else void discard();
        }}
      />
    </div>
  );
}

function correctionOf({ id, template, notHeld, on, modality, sections, links }: Note): DraftBody {
  const pointed = links.map(({ kind, id: linked }) => ({ kind, id: linked }));
  return { template, notHeld, on, modality, sections, links: pointed, corrects: id, why: '' };
}
