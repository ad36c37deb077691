import { useSyncExternalStore } from 'react';

const ATTRIBUTE = 'data-mantine-color-scheme';

/** The theme on screen, for what style sheets do not reach. */
export function useColourScheme(): string | null {
  return useSyncExternalStore(onChange, () => document.documentElement.getAttribute(ATTRIBUTE));
}

function onChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: [ATTRIBUTE] });
  return () => observer.disconnect();
}
