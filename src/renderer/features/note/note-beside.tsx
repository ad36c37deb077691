import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { call } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ConfirmReplacing } from './confirm-replacing.tsx';
import { NoteEditor } from './note-editor.tsx';
import './note.css';
import { useOneDraft } from './use-one-draft.ts';
import { ValidatedNote } from './note-list.tsx';

interface NoteBesideProps {
  readonly caseId: string;
  readonly personName: string;
  /** The note of this meeting, once it is validated; null while it is to be written. */
  readonly validated: Note | null;
  /** Whether the editor takes the keys. */
  readonly isWanted: boolean;
  readonly onReached: () => void;
  /** Goes on to `copy` at once, or once what must be known before a note leaves the file was read. */
  readonly beforeCopy: (copy: () => void) => void;
}

/** The note that is open all through a meeting: the same one as among the notes of the file, kept as it is typed. */
export function NoteBeside({ caseId, personName, validated, isWanted, onReached, beforeCopy }: NoteBesideProps) {
  const { t } = useTranslation();
  const { draft, turn, editor, fail, startAnew, retry, discard } = useOneDraft(caseId);
  const [isDiscarding, setIsDiscarding] = useState(false);
  /** Something more to write after the note was validated. */
  const [wantsMore, setWantsMore] = useState(false);
  const isWriting = draft.data !== undefined && (validated === null || wantsMore || draft.data.version > 0);
  useEffect(() => {
    if (!isWanted || !isWriting) return;
    editor.current?.focus();
    onReached();
  }, [isWanted, isWriting, editor, onReached]);
  if (draft.data === undefined) {
    return draft.error === null ? null : <ErrorState error={draft.error} onRetry={retry} />;
  }
  const copy = async (noteId: string): Promise<void> => {
    try {
      const { clearedAfterSeconds: seconds } = await call('note.copyOut', { caseId, noteId });
      showToast(t('note.copied', { seconds }));
    } catch (failure) {
      fail(failure);
    }
  };
  if (!isWriting && validated !== null) {
    return (
      <div className="note-beside">
        <ValidatedNote
          note={validated}
          notes={[validated]}
          onCopy={({ id }) => beforeCopy(() => void copy(id))}
          onCorrect={null}
          onPrint={null}
          onWithdraw={null}
        />
        <div>
          <Button kind="quiet" onClick={() => setWantsMore(true)}>
            {t('note.another')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="note-beside">
      <NoteEditor
        isBeside
        key={turn}
        ref={editor}
        caseId={caseId}
        personName={personName}
        draft={draft.data}
        correctsText={null}
        onValidated={() => {
          setWantsMore(false);
          showToast(t('note.validated'));
          void startAnew().then(() => document.getElementById('meeting-note')?.focus());
        }}
        onDiscard={() => setIsDiscarding(true)}
      />
      <ConfirmReplacing
        kind={isDiscarding ? 'discard' : null}
        onClose={() => setIsDiscarding(false)}
        onConfirm={() => {
          setIsDiscarding(false);
          setWantsMore(false);
          void discard();
        }}
      />
    </div>
  );
}
