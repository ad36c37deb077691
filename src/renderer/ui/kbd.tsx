import type { ReactNode } from 'react';

/** A keycap. It repeats what the list of keys says, so a screen reader does not hear it on every button. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {children}
    </kbd>
  );
}
