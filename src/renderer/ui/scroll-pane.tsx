import { createContext, type ReactNode, useContext, useState } from 'react';

const ScrollPaneContext = createContext<HTMLElement | null>(null);

/** The one thing that scrolls: long lists inside it need to know it, so they come once it is there. */
export function ScrollPane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [pane, setPane] = useState<HTMLElement | null>(null);
  return (
    <main ref={setPane} id="main" className="scroll-pane" aria-label={label} tabIndex={-1}>
      {pane === null ? null : <ScrollPaneContext value={pane}>{children}</ScrollPaneContext>}
    </main>
  );
}

/** A part of a screen that scrolls by itself: long lists inside it follow it in place of the whole. */
export function InnerPane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [pane, setPane] = useState<HTMLElement | null>(null);
  return (
    <section ref={setPane} className="inner-pane" aria-label={label}>
      {pane === null ? null : <ScrollPaneContext value={pane}>{children}</ScrollPaneContext>}
    </section>
  );
}

export function useScrollPane(): HTMLElement | null {
  return useContext(ScrollPaneContext);
}
