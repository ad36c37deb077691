import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';
import { FactHistory } from './fact-history.tsx';
import { FactSettling } from './fact-settling.tsx';
import './facts.css';
import { SaidByChoice } from './said-by-choice.tsx';
import { type FactEditing, useFactEditing } from './use-fact-editing.ts';

interface FactFieldProps {
  readonly caseId: string;
  readonly field: FieldName;
  readonly label: string;
  readonly shape: ValueShape<unknown>;
  readonly fact: Fact | undefined;
  /** Something was kept, and can be undone. */
  readonly onDone: (opId: string, text: string) => void;
}

/** One fact: its value with who said it and when; Enter or a click edits, leaving keeps, Escape restores. */
export function FactField({ caseId, field, label, shape, fact, onDone }: FactFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const readButton = useRef<HTMLButtonElement>(null);
  /** The keys end where they began: leaving with the mouse goes where the mouse went. */
  const returnsFocus = useRef(false);
  const editing = useFactEditing({
    caseId,
    field,
    shape,
    fact,
    onSaved: (opId) => onDone(opId, t('facts.saved')),
    onUnsettled: () => showToast(t('facts.notSaved', { field: label })),
  });
  const isEditing = editing.draft !== null;
  useEffect(() => {
    if (isEditing || !returnsFocus.current) return;
    returnsFocus.current = false;
    readButton.current?.focus();
  }, [isEditing]);
  const isSettling = editing.unsettled !== null && !isEditing;
  return (
    <div className="fact" data-editing={isEditing}>
      <span className="fact-label" id={id}>
        {label}
      </span>
      <div className="fact-body">
        {isEditing ? (
          <Editor
            label={label}
            labelId={id}
            shape={shape}
            editing={editing}
            onByKey={() => {
              returnsFocus.current = true;
            }}
          />
        ) : null}
        {isSettling ? <FactSettling {...{ caseId, field, label, shape, fact, editing }} /> : null}
        {isEditing || isSettling ? null : (
          <div className="fact-line">
            <Reading label={label} shape={shape} fact={fact} onEdit={editing.start} buttonRef={readButton} />
            {fact === undefined ? null : <FactHistory caseId={caseId} field={field} label={label} shape={shape} />}
          </div>
        )}
      </div>
    </div>
  );
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
  readonly labelId: string;
  readonly editing: FactEditing;
  /** The editing ends by a key or a button of its own: the focus comes back to the value. */
  readonly onByKey: () => void;
}

function Editor({ label, labelId, shape, editing, onByKey }: EditorProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[aria-pressed="true"], input, textarea, select, button');
    first?.focus();
    if (first instanceof HTMLInputElement && first.type === 'text') first.select();
  }, []);
  const { draft } = editing;
  if (draft === null) return null;
  const byKey = (act: () => void): void => {
    onByKey();
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') byKey(editing.restore);
    else if (event.key === 'Enter' && !isOnButton) byKey(() => editing.keep());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) editing.keep();
  };
  const choose = (value: unknown): void => byKey(() => editing.keep({ value }));
  return (
    <div ref={root} className="fact-editor" tabIndex={-1} onKeyDown={onKeyDown} onBlur={onBlur}>
      {editorOf(shape, label, editing, choose)}
      <div className="fact-editor-foot">
        <SaidByChoice chosen={draft.saidBy} onChoose={(saidBy) => editing.change({ saidBy, isSaidByChosen: true })} />
        <span className="fact-editor-actions" aria-describedby={labelId}>
          {draft.value === null ? null : <TextButton onClick={() => choose(null)}>{t('facts.clear')}</TextButton>}
          <TextButton onClick={() => byKey(() => editing.keep())}>{t('facts.keep')}</TextButton>
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
