import { type ComponentProps, type ReactNode, useId } from 'react';
import './form.css';
import { useTextCheck } from './text-check.tsx';

type NativeProps = Omit<ComponentProps<'input'>, 'className' | 'id' | 'aria-describedby' | 'aria-invalid'>;

export interface TextFieldProps extends NativeProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what was typed, in words; null or absent when nothing is. */
  readonly error?: string | null;
  /** Something private was typed, which is said quietly: nobody did wrong. */
  readonly isErrorQuiet?: boolean;
  /** What is marked as one types is refused when it is sent. */
  readonly refusesMarks?: boolean;
  /** Beside the field, at its end: a button that shows what is typed. */
  readonly aside?: ReactNode;
  /** For what is not free text, a name or an identifier: it is not read again as one types. */
  readonly isUnchecked?: boolean;
}

/** A field with its label above, what to know under it, and what is wrong with it, read aloud with it. */
export function TextField({
  label,
  hint,
  error = null,
  isErrorQuiet = false,
  refusesMarks = false,
  aside,
  isUnchecked = false,
  ...native
}: TextFieldProps) {
  const id = useId();
  const { type = 'text', value, maxLength, readOnly = false } = native;
  const check = useTextCheck({
    ...{ fieldId: id, text: typeof value === 'string' ? value : '', maxLength },
    isRefused: refusesMarks,
    isOff: isUnchecked || readOnly || type !== 'text',
  });
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === null ? [] : [`${id}-error`]),
    ...(check.describedBy === undefined ? [] : [check.describedBy]),
  ];
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="field-box">
        <input
          autoComplete="off"
          spellCheck={false}
          {...native}
          id={id}
          className="field-input"
          aria-invalid={error === null ? undefined : true}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        />
        {aside}
      </div>
      {check.line}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {error === null ? null : (
        <div id={`${id}-error`} className={isErrorQuiet ? 'field-refusal' : 'field-error'}>
          {error}
        </div>
      )}
    </div>
  );
}
