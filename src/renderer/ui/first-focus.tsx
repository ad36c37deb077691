import { useLayoutEffect, useRef } from 'react';

/** Where the focus was before the layer that is going, for the one that replaces it in the same commit. */
let left: HTMLElement | null = null;

function focused(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}

function giveBack(opener: HTMLElement | null): void {
  left = opener;
  // Once the layer is gone: until then the focus is still in it. Not later: the next key is the screen's.
  queueMicrotask(() => {
    left = null;
    if (focused() === null) opener?.focus({ preventScroll: true });
  });
}

/**
 * In a layer that opens: the focus goes to what `data-autofocus` marks there in the very commit that shows it, and back
 * where it was in the one that takes it away. Where nothing is marked yet (its content is being read), the layer itself has
 * it: no letter goes to what is behind. (Mantine does both some frames later: letters typed meanwhile would act on
 * the screen, or be lost.)
 */
export function FirstFocus() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const opener = focused() ?? left;
    const layer = mark.current?.closest<HTMLElement>('[role="dialog"]');
    const isIn = layer?.contains(document.activeElement) ?? false;
    const first = layer?.querySelector<HTMLElement>('[data-autofocus]') ?? (isIn ? null : layer);
    first?.focus({ preventScroll: true });
    return () => giveBack(opener);
  }, []);
  return <span ref={mark} hidden />;
}
