import { type ReactNode, useEffect, useRef } from 'react';
import './page-header.css';

interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
  /** Takes the focus on arrival, so that a keyboard or a screen reader starts from the title. */
  readonly takesFocus?: boolean;
}

export function PageHeader({ title, subtitle, children, takesFocus = true }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What is open over the screen is answered first.
    const isUnderLayer = document.querySelector('[role="dialog"]') !== null;
    if (takesFocus && !isUnderLayer) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <header className="page-header">
      <div className="page-header-text">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {subtitle === undefined ? null : <p>{subtitle}</p>}
      </div>
      {children === undefined ? null : <div className="page-header-actions">{children}</div>}
    </header>
  );
}
