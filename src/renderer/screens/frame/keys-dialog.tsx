import { useTranslation } from 'react-i18next';
import { type Shortcut, useShortcutGroups } from '../../platform/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';

function caps({ keys, shown }: Shortcut): readonly string[] {
  return shown ?? keys.map((key) => (key.length === 1 ? key.toUpperCase() : key));
}

function KeysList() {
  const groups = useShortcutGroups();
  return (
    <>
      {groups
        .filter(({ shortcuts }) => shortcuts.length > 0)
        .map(({ title, shortcuts }) => (
          <section key={title} className="keys-group">
            <h3>{title}</h3>
            <dl className="keys-list">
              {shortcuts.map((shortcut) => (
                <div key={shortcut.label} className="keys-row">
                  <dt>{shortcut.label}</dt>
                  <dd className="keys-caps">
                    {caps(shortcut).map((cap) => (
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
