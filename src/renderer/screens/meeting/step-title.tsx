import { useEffect, useRef, useState } from 'react';

interface StepTitleProps {
  readonly text: string;
  /** One came from another step: one reads on from here. */
  readonly takesFocus: boolean;
}

export function StepTitle({ text, takesFocus }: StepTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // On arrival, and never from what took the keys since.
  const [isTaking] = useState(takesFocus);
  useEffect(() => {
    if (isTaking) heading.current?.focus({ preventScroll: true });
  }, [isTaking]);
  return (
    <h2 ref={heading} tabIndex={-1} className="meeting-title">
      {text}
    </h2>
  );
}
