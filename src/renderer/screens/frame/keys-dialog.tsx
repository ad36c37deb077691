import { useTranslation } from 'react-i18next';
import { type Shortcut, type ShortcutGroup, useShortcutGroups } from '../../platform/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';

/** What is written on the keycaps of a shortcut. */
export function keycapsOf({ keys, shown }: Shortcut): readonly string[] {
  return shown ?? keys.map((key) => (key.length === 1 ? key.toUpperCase() : key));
}

/** Several parts of a screen may register under one title: the list tells them together. */
function byTitle(groups: readonly ShortcutGroup[]): readonly (readonly [string, readonly Shortcut[]])[] {
  const merged = new Map<string, readonly Shortcut[]>();
  for (const { title, shortcuts: all } of groups) {
    const shortcuts = all.filter(({ keys }) => keys.length > 0);
    if (shortcuts.length > 0) merged.set(title, [...(merged.get(title) ?? []), ...shortcuts]);
  }
  return [...merged];
}

function KeysList() {
  const groups = useShortcutGroups();
  return (
    <>
      {byTitle(groups).map(([title, shortcuts]) => (
        <section key={title} className="keys-group">
          <h3>{title}</h3>
          <dl className="keys-list">
            {shortcuts.map((shortcut) => (
              <div key={shortcut.label} className="keys-row">
                <dt>{shortcut.label}</dt>
                <dd className="keys-caps">
                  {keycapsOf(shortcut).map((cap) => (
                    <kbd key={cap} className="kbd">
                      {cap}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={onClose}>
      <KeysList />
    </Dialog>
  );
}
