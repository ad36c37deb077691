import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { headingOf, shownSections } from '../../../shared/domain/note/note-template.rules.ts';
import { NOTE_MAX_CHARACTERS, NOTE_WHY_MAX_CHARACTERS } from '../../../shared/domain/note/note.ts';
import { noteLength } from '../../../shared/domain/note/note.rules.ts';
import { hourText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DraftVersions } from './draft-versions.tsx';
import { NoteSectionField } from './note-section-field.tsx';
import { NoteTemplateChoice } from './note-template-choice.tsx';
import { NoteWhen } from './note-when.tsx';
import './note.css';
import { type DraftWriting, useDraft } from './use-draft.ts';
import { useRereading } from './use-rereading.ts';

export interface NoteEditorHandle {
  focus(): void;
  /** Throws the note away; false when it was also written elsewhere, which the person settles first. */
  discard(): Promise<boolean>;
  /** Puts another text in its place; false when what is on screen could not be kept first. */
  replaceBy(other: DraftBody): Promise<boolean>;
}

interface NoteEditorProps {
  readonly caseId: string;
  readonly personName: string;
  readonly draft: Draft;
  /** The note that the draft corrects, as one names it. */
  readonly correctsText: string | null;
  readonly onValidated: () => void;
  readonly onDiscard: () => void;
  /** Beside a screen that has its own main act: the note’s is not a second one. */
  readonly isBeside?: boolean;
  readonly ref?: Ref<NoteEditorHandle>;
}

/** The note being written: its headings, what it points to, and how much of it is kept. */
export function NoteEditor({ ref, ...props }: NoteEditorProps) {
  const { caseId, personName, draft, correctsText, onValidated, onDiscard, isBeside = false } = props;
  const { t } = useTranslation();
  const writing = useDraft(caseId, draft);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const first = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => first.current?.focus(),
    discard: () => writing.finish((baseVersion) => call('note.discardDraft', { caseId, baseVersion })),
    replaceBy: writing.replaceBy,
  }));
  const { body } = writing;
  const length = noteLength(body.sections);

  const commandIdOf = useCommandIds();
  /** At once, for a second press that comes before the next drawing. */
  const isSent = useRef(false);
  const [isValidating, setIsValidating] = useState(false);
  const setValidating = (is: boolean): void => {
    isSent.current = is;
    setIsValidating(is);
  };
  const editor = useRef<HTMLElement>(null);
  const { toReread, onReader, isToldFirst, clear } = useRereading(editor);
  /** What is being validated does not change any more. */
  const write: DraftWriting['write'] = (change) => {
    if (isSent.current) return;
    clear();
    writing.write(change);
  };
  /** What is on screen once the text was read again. */
  const latest = useRef(body);
  useEffect(() => {
    latest.current = body;
  }, [body]);
  const isReread = useRef(false);
  const validate = async (): Promise<void> => {
    if (isSent.current || isReread.current) return;
    setProblem(null);
    isReread.current = true;
    const isTold = await isToldFirst();
    isReread.current = false;
    if (isTold) return;
    setValidating(true);
    const whole = { caseId, body: { ...latest.current, links: [...latest.current.links] } };
    try {
      const commandId = commandIdOf(whole);
      const isDone = await writing.finish((baseVersion) => call('note.validate', { ...whole, commandId, baseVersion }));
      if (isDone) onValidated();
      else setValidating(false);
    } catch (error) {
      setProblem(asApiError(error).code);
      setValidating(false);
    }
  };
  const title = useRef<HTMLHeadingElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not what is pressed in the dialog of the versions.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return;
    if (event.key === 'Escape') title.current?.focus();
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    if (!event.repeat) void validate();
  };
  useShortcuts({
    title: t('note.keys.title'),
    place: 2,
    shortcuts: [
      { keys: ['Enter'], ctrl: true, shown: ['Ctrl', t('keys.enter')], label: t('note.validate') },
      { keys: ['Escape'], shown: [t('keys.escape')], label: t('note.keys.leave') },
    ],
  });
  return (
    <section
      ref={editor}
      className="note-editor"
      aria-label={t('note.editor')}
      onKeyDown={onKeyDown}
      onBlur={() => void writing.flush()}
    >
      <header className="note-editor-head">
        <h2 ref={title} tabIndex={-1}>
          {correctsText === null ? t('note.title') : t('note.correctionOf', { note: correctsText })}
        </h2>
        <KeptLine writing={writing} draft={draft} />
        <p className="quiet">{t('note.whoReads', { name: personName })}</p>
      </header>
      <div className="note-when">
        <NoteTemplateChoice body={body} draft={draft} onWrite={write} />
        <NoteWhen body={body} onWrite={write} />
      </div>
      {body.corrects === null ? null : (
        <TextField
          label={t('note.why')}
          hint={t('note.whyHint')}
          required
          spellCheck
          maxLength={NOTE_WHY_MAX_CHARACTERS}
          value={body.why}
          readOnly={isValidating}
          onChange={(event) => write({ why: event.currentTarget.value })}
        />
      )}
      {shownSections(body, draft.linkable).map((section, index) => (
        <NoteSectionField
          key={section}
          section={section}
          heading={t(`note.sections.${headingOf(body.template, section)}`)}
          text={body.sections[section]}
          onWrite={(text) => write({ sections: { ...body.sections, [section]: text } })}
          linkable={draft.linkable.filter((link) => link.section === section)}
          links={body.links}
          onLinks={(links) => write({ links: [...links] })}
          inputRef={index === 0 ? first : null}
          isReadOnly={isValidating}
          onReader={onReader}
        />
      ))}
      <WrittenElsewhere writing={writing} />
      <Problem code={problem} />
      <footer className="note-editor-foot">
        {toReread === 0 ? null : (
          <p className="note-reread" role="status">
            {t('note.toReread', { count: toReread })}
          </p>
        )}
        <Counter length={length} />
        <DraftVersions caseId={caseId} onTakeBack={(version) => write(version)} />
        <Button kind="quiet" onClick={onDiscard} disabled={draft.version === 0 && writing.state === 'kept'}>
          {t('note.discard')}
        </Button>
        <Button
          kind={isBeside ? 'plain' : 'primary'}
          shortcut={`Ctrl ${t('keys.enter')}`}
          aria-disabled={isValidating}
          onClick={() => void validate()}
        >
          {t('note.validate')}
        </Button>
      </footer>
    </section>
  );
}

function KeptLine({ writing, draft }: { readonly writing: DraftWriting; readonly draft: Draft }) {
  const { t, i18n } = useTranslation();
  const { state } = writing;
  if (state === 'failed') {
    return (
      <span className="note-kept" data-state="failed" role="alert">
        {t('note.kept.failed')}
      </span>
    );
  }
  const { savedAt } = draft;
  return (
    <span className="note-kept" data-state={state}>
      {state === 'waiting' || state === 'keeping'
        ? t('note.kept.writing')
        : savedAt === null
          ? t(noteLength(writing.body.sections) === 0 ? 'note.kept.nothing' : 'note.kept.filledIn')
          : t('note.kept.at', { hour: hourText(savedAt, localZone(), i18n.language) })}
    </span>
  );
}

/** Two windows on one note: the person says which text goes on. */
function WrittenElsewhere({ writing }: { readonly writing: DraftWriting }) {
  const { t } = useTranslation();
  if (!writing.isWrittenElsewhere) return null;
  return (
    <div className="note-problem" role="alert">
      <strong>{t('note.elsewhere.title')}</strong> {t('note.elsewhere.text')}{' '}
      <Button size="small" onClick={() => void writing.keepThisOne()}>
        {t('note.elsewhere.keepThis')}
      </Button>
    </div>
  );
}

function Counter({ length }: { readonly length: number }) {
  const { t, i18n } = useTranslation();
  const n = (value: number): string => numberText(value, i18n.language);
  return (
    <span className="note-counter figure" data-over={length > NOTE_MAX_CHARACTERS}>
      {t('note.characters', { n: n(length), max: n(NOTE_MAX_CHARACTERS) })}
    </span>
  );
}

/** Why the note is not validated; nothing of it is lost. */
function Problem({ code }: { readonly code: ErrorCode | null }) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (code !== null) line.current?.scrollIntoView({ block: 'nearest' });
  }, [code]);
  if (code === null) return null;
  return (
    <div ref={line} className="note-problem" role="alert">
      <strong>{t(`errorTitles.${code}`)}</strong> {t(`errors.${code}`)}
    </div>
  );
}
