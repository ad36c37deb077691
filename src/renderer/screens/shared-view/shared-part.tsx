import { type ReactNode, useId } from 'react';

/** A part of what is shown, under its title. */
export function SharedPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="shared-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
