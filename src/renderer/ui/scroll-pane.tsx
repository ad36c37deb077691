import { createContext, type ReactNode, type RefObject, useContext, useRef } from 'react';

const ScrollPaneContext = createContext<RefObject<HTMLElement | null>>({ current: null });

/** The one thing that scrolls: long lists inside it need to know it. */
export function ScrollPane({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const pane = useRef<HTMLElement>(null);
  return (
    <main ref={pane} id="main" className="scroll-pane" aria-label={label} tabIndex={-1}>
      <ScrollPaneContext value={pane}>{children}</ScrollPaneContext>
    </main>
  );
}

export function useScrollPane(): RefObject<HTMLElement | null> {
  return useContext(ScrollPaneContext);
}
