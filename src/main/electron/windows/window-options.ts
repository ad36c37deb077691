import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

export const WINDOW_TITLE = 'Vis-à-vis';

/** No `persist:` prefix: what Chromium remembers of a window that shows people stays in memory. */
export const PARTITION = 'vav';
/** The window of the person has a session of its own: nothing is common to the two, and each has its size of text. */
export const SHARED_PARTITION = 'vav-shared';

export const MIN_SIZE = { width: 960, height: 600 } as const;

/** The grounds of the two themes, so that a resized window never flashes. */
const GROUND = { light: '#f4f5f2', dark: '#12181a' } as const;

interface WindowChoices {
  readonly preload: string;
  readonly isDark: boolean;
  readonly hasDevTools: boolean;
  /** Without x and y the window is centred. */
  readonly bounds: Pick<Rectangle, 'width' | 'height'> & Partial<Rectangle>;
  readonly partition?: string;
}

/** Every security flag is written out, even where it is the default: a default may change, this may not. */
export function windowOptions({
  preload,
  isDark,
  hasDevTools,
  bounds,
  partition = PARTITION,
}: WindowChoices): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: WINDOW_TITLE,
    show: false,
    backgroundColor: isDark ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      partition,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: hasDevTools,
    },
  };
}
