import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';
import { FactHistory, HISTORY_KEY } from './fact-history.tsx';
import { FactSettling } from './fact-settling.tsx';
import './facts.css';
import { SaidByChoice } from './said-by-choice.tsx';
import { CONFIRM_KEY } from './use-confirm-fact.ts';
import { type FactEditing, useFactEditing } from './use-fact-editing.ts';

interface FactFieldProps {
  readonly caseId: string;
  readonly field: FieldName;
  readonly label: string;
  readonly shape: ValueShape<unknown>;
  readonly fact: Fact | undefined;
  /** Something was kept, and can be undone. */
  readonly onDone: (opId: string, text: string) => void;
  /** It was asked again, and still holds. */
  readonly onConfirm: () => void;
}

/**
 * One fact: its value with who said it and when. Enter or a click edits, leaving keeps, Escape restores; V says that it
 * still holds, H shows what it was before.
 */
export function FactField({ caseId, field, label, shape, fact, onDone, onConfirm }: FactFieldProps) {
  const { t } = useTranslation();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const readButton = useRef<HTMLButtonElement>(null);
  /** The keys end where they began: leaving with the mouse goes where the mouse went. */
  const returnsFocus = useRef(false);
  const editing = useFactEditing({
    caseId,
    field,
    shape,
    fact,
    onSaved: (opId) => onDone(opId, t('facts.saved', { field: label })),
    onUnsettled: () => showToast(t('facts.notSaved', { field: label })),
  });
  const isEditing = editing.draft !== null;
  const isSettling = editing.unsettled !== null && !isEditing;
  const settling = useRef<HTMLDivElement>(null);
  const wasSettling = useRef(isSettling);
  useEffect(() => {
    // The button that had the keys gave its place to the two versions.
    if (isSettling && !wasSettling.current && hasNoFocus()) settling.current?.focus();
    wasSettling.current = isSettling;
    if (isEditing || isSettling || !returnsFocus.current) return;
    returnsFocus.current = false;
    if (hasNoFocus()) readButton.current?.focus();
  }, [isEditing, isSettling]);
  const onByKey = (): void => {
    returnsFocus.current = true;
  };
  const onLineKey = (event: KeyboardEvent): void => {
    if (event.repeat || fact === undefined || isHistoryOpen || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toUpperCase();
    if (key === CONFIRM_KEY) onConfirm();
    else if (key === HISTORY_KEY) setIsHistoryOpen(true);
    else return;
    event.preventDefault();
  };
  return (
    <div className="fact" data-field={field} data-editing={isEditing}>
      <span className="fact-label">{label}</span>
      <div className="fact-body">
        {isEditing ? <Editor label={label} shape={shape} editing={editing} onByKey={onByKey} /> : null}
        {isSettling ? (
          <FactSettling {...{ caseId, field, label, shape, fact, editing, onByKey }} ref={settling} />
        ) : null}
        {isEditing || isSettling ? null : (
          <div className="fact-line" onKeyDown={onLineKey}>
            <Reading label={label} shape={shape} fact={fact} onEdit={editing.start} buttonRef={readButton} />
            {fact === undefined ? null : (
              <span className="fact-acts">
                {fact.value === null ? null : (
                  <button
                    type="button"
                    className="fact-act"
                    aria-keyshortcuts={CONFIRM_KEY}
                    tabIndex={-1}
                    onClick={onConfirm}
                  >
                    {t('facts.confirm.still')} <Kbd>{CONFIRM_KEY}</Kbd>
                  </button>
                )}
                <FactHistory
                  {...{ caseId, field, label, shape }}
                  isOpen={isHistoryOpen}
                  onOpenChange={setIsHistoryOpen}
                  returnTo={readButton}
                />
              </span>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** What had the focus is no longer there. */
function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** A date begun and not finished: the control alone knows of it. */
function unfinishedIn(root: HTMLElement | null): HTMLInputElement | undefined {
  return [...(root?.querySelectorAll('input') ?? [])].find(({ validity }) => validity.badInput);
}

interface ReadingProps extends Pick<FactFieldProps, 'label' | 'shape' | 'fact'> {
  readonly onEdit: () => void;
  readonly buttonRef: React.RefObject<HTMLButtonElement | null>;
}

function Reading({ label, shape, fact, onEdit, buttonRef }: ReadingProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const value = (fact?.value ?? null) as unknown;
  const said =
    fact === undefined || value === null
      ? null
      : t(`facts.said.${fact.saidBy}`, { day: shortDayText(fact.saidOn, now, i18n.language) });
  return (
    <button ref={buttonRef} type="button" className="fact-read" onClick={onEdit}>
      <span className="visually-hidden">{t('facts.edit', { field: label })}</span>
      <span className="fact-value">
        {value === null ? <span className="quiet">{t('facts.none')}</span> : shape.read(value)}
      </span>
      {said === null ? null : <span className="fact-said">{said}</span>}
    </button>
  );
}

interface EditorProps extends Pick<FactFieldProps, 'label' | 'shape'> {
  readonly editing: FactEditing;
  /** The editing ends by a key or a button of its own: the focus comes back to the value. */
  readonly onByKey: () => void;
}

function Editor({ label, shape, editing, onByKey }: EditorProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const [isUnfinished, setIsUnfinished] = useState(false);
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[aria-pressed="true"], input, textarea, select, button');
    first?.focus();
    if (first instanceof HTMLInputElement && first.type === 'text') first.select();
    // Down to what keeps it, and clear of what is said under it.
    root.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { draft } = editing;
  useEffect(() => {
    // The line of the button that was pressed is gone: the keys still act on the field.
    if (hasNoFocus()) root.current?.focus();
  }, [draft?.value]);
  if (draft === null) return null;
  /** Not while a date is half typed: it is neither the one that was there nor none. */
  const keep = (): void => {
    const isFinished = unfinishedIn(root.current) === undefined;
    setIsUnfinished(!isFinished);
    if (isFinished) editing.keep();
  };
  const byKey = (act: () => void): void => {
    onByKey();
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') byKey(editing.restore);
    else if (event.key === 'Enter' && !isOnButton) byKey(keep);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    // Another application came to the front: the field is not left.
    if (!document.hasFocus()) return;
    if (!currentTarget.contains(relatedTarget)) keep();
  };
  const choose = (value: unknown): void => byKey(() => editing.keep({ value }));
  return (
    <div ref={root} className="fact-editor" tabIndex={-1} onKeyDown={onKeyDown} onBlur={onBlur}>
      {editorOf(shape, label, editing, choose)}
      {isUnfinished ? (
        <p className="fact-unfinished" role="alert">
          {t('facts.unfinished')}
        </p>
      ) : null}
      <div className="fact-editor-foot">
        <SaidByChoice chosen={draft.saidBy} onChoose={(saidBy) => editing.change({ saidBy, isSaidByChosen: true })} />
        <span className="fact-editor-actions">
          {draft.value === null ? null : <TextButton onClick={() => choose(null)}>{t('facts.clear')}</TextButton>}
          <TextButton onClick={() => byKey(keep)}>{t('facts.keep')}</TextButton>
        </span>
      </div>
    </div>
  );
}

function editorOf(
  shape: ValueShape<unknown>,
  label: string,
  { draft, change }: FactEditing,
  commit: (value: unknown) => void,
): ReactNode {
  return shape.edit({ label, value: draft?.value ?? null, onChange: (value) => change({ value }), commit });
}
