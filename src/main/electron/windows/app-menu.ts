import type { MenuItemConstructorOptions } from 'electron';

/**
 * Never shown: it only gives the window the keys of a text field and of the zoom. Without a menu Electron has none.
 * Labels are English because nobody reads them.
 */
export function appMenu(hasDevTools: boolean): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // The same key without Shift, as every browser takes it.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=' },
        { role: 'zoomOut' },
        ...(hasDevTools ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
  ];
}
