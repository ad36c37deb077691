/** The keys of the screen: registered by what is shown, listed by `?`, mute while someone types. */
import { useEffect, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** Values of `KeyboardEvent.key`; a letter stands for both cases. None: what the palette alone offers. */
  readonly keys: readonly string[];
  /** Written on the keycaps of the list when it differs from `keys`. */
  readonly shown?: readonly string[];
  readonly label: string;
  readonly alt?: boolean;
  readonly ctrl?: boolean;
  /** With or without it, where another shortcut is on the same key; absent, either. */
  readonly shift?: boolean;
  /** Absent for keys another element handles (a table, a field): they are listed only. */
  readonly run?: () => void;
  /** What the palette does instead; null: it does not offer it. */
  readonly fromPalette?: (() => void) | null;
  /** Works from within a field too (Escape). */
  readonly inFields?: boolean;
  /** Works from within a dialog too. */
  readonly inLayers?: boolean;
}

export interface ShortcutGroup {
  readonly title: string;
  /** Place in the list of keys; what comes first also answers first. */
  readonly place: number;
  readonly shortcuts: readonly Shortcut[];
}

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

function setGroups(next: readonly ShortcutGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

export function useShortcuts(group: ShortcutGroup): void {
  useEffect(() => {
    setGroups([...groups, group].toSorted((a, b) => a.place - b.place));
    return () => setGroups(groups.filter((other) => other !== group));
  });
}

/** What is registered now, for the list of keys. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

const TEXT_INPUTS = new Set(['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'time']);

/** Whether letters typed there are text. */
function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && TEXT_INPUTS.has(target.type);
}

/** What one chooses in by the arrows keeps them. */
function isChoosingBy({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  return key.startsWith('Arrow') && target instanceof HTMLInputElement && /^(?:radio|range)$/.test(target.type);
}

type KeyPressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'ctrlKey' | 'code' | 'repeat'>>;

/** The row of digits gives signs without Shift on a French keyboard ("&" for 1): its keys stand for their digits. */
function isKey(key: string, event: KeyPressed): boolean {
  if (key.toLowerCase() === event.key.toLowerCase()) return true;
  return /^\d$/.test(key) && !event.shiftKey && event.code === `Digit${key}`;
}

/** A key held down walks; it does nothing else twice. */
export function isHeld({ key, repeat }: KeyPressed): boolean {
  return repeat === true && !key.startsWith('Arrow');
}

export function matches(shortcut: Shortcut, event: KeyPressed): boolean {
  if ((shortcut.alt ?? false) !== event.altKey) return false;
  if ((shortcut.ctrl ?? false) !== (event.ctrlKey ?? false)) return false;
  if (shortcut.shift !== undefined && shortcut.shift !== event.shiftKey) return false;
  return shortcut.keys.some((key) => isKey(key, event));
}

/** Installs the one listener; the groups answer in their order. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.metaKey || isHeld(event)) return;
    const isTyping = isTypingIn(event.target) || isChoosingBy(event);
    const isInLayer =
      (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) ||
      // What opens over the screens takes a moment to have the focus: until then no key is the screen's.
      document.querySelector('[data-covered]') !== null;
    for (const group of groups) {
      const found = group.shortcuts.find((shortcut) => shortcut.run !== undefined && matches(shortcut, event));
      if (found?.run === undefined || (isTyping && found.inFields !== true)) continue;
      if (isInLayer && found.inLayers !== true) continue;
      event.preventDefault();
      found.run();
      return;
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
