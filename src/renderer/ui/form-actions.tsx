import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorState } from './error-state.tsx';
import './form.css';

interface FormActionsProps {
  /** Why it was refused; null when it was not. */
  readonly error: unknown;
  readonly isPending: boolean;
  /** What the one button says. */
  readonly submit: string;
  /** Beside it: the key that does the same. */
  readonly children?: ReactNode;
}

/** How the form of a dialog ends: what went wrong, then the button that sends it. */
export function FormActions({ error, isPending, submit, children }: FormActionsProps) {
  return (
    <div className="form-end">
      {error === null ? null : <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={isPending}>
          {submit}
        </Button>
        {children}
      </div>
    </div>
  );
}
