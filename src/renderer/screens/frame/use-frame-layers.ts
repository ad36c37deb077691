import { useRef, useState } from 'react';
import type { Contacted } from './palette-people.ts';

const NOBODY_CONTACTED: Contacted = { caseId: '', name: '', isClosed: false };

export type FrameLayer = 'palette' | 'contact' | 'create' | 'visit' | 'keys' | 'firstSteps' | null;

/** What is open over the screens, one at a time, and where the focus goes back to. */
export function useFrameLayers() {
  const [layer, setLayer] = useState<FrameLayer>(null);
  const [contacted, setContacted] = useState<Contacted>(NOBODY_CONTACTED);
  const opener = useRef<HTMLElement | null>(null);
  const giveFocusBack = (): void => {
    const isThere = opener.current?.isConnected === true && opener.current !== document.body;
    (isThere ? opener.current : document.getElementById('main'))?.focus({ preventScroll: true });
  };
  return {
    layer,
    contacted,
    open: (next: FrameLayer): void => setLayer(next),
    close: (): void => setLayer(null),
    openPalette: (): void => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setLayer('palette');
    },
    closePalette: (): void => {
      setLayer(null);
      giveFocusBack();
    },
    /** The thing is done from where the palette was opened: what it opens gives the focus back there. */
    choose: (run: () => void): void => {
      setLayer(null);
      giveFocusBack();
      run();
    },
    contact: (person: Contacted): void => {
      setContacted(person);
      setLayer('contact');
    },
  };
}
