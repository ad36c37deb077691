import { useSyncExternalStore } from 'react';

/** Whether somebody else looks at this screen too: `data-shared` on the document says so. */
export function useIsShared(): boolean {
  return useSyncExternalStore(onSharedChange, isShared);
}

function isShared(): boolean {
  return document.documentElement.dataset['shared'] !== undefined;
}

function onSharedChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-shared'] });
  return () => observer.disconnect();
}
