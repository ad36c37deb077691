import type { ReactNode } from 'react';
import './states.css';

interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Nothing to show yet: says what to do. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p>{text}</p>
      {children === undefined || children === null ? null : <div className="state-actions">{children}</div>}
    </div>
  );
}
