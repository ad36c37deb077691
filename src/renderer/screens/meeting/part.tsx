import { type ReactNode, useId } from 'react';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of a step, under its title. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section className="meeting-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
