import { useEffect, useLayoutEffect, useState } from 'react';
import type { SharedFrame } from '../../../shared/contract/shared-view.contract.ts';
import { applyLanguage } from '../../i18n/i18n.ts';
import { typeset } from '../../platform/typeset.ts';
import { BlankPage } from './blank-page.tsx';
import { SharedPage } from './shared-page.tsx';

const DARK = '(prefers-color-scheme: dark)';

/** The theme of the settings, or of the system where they leave it to it. */
function useTheme(theme: SharedFrame['theme']): void {
  useLayoutEffect(() => {
    const query = matchMedia(DARK);
    const apply = (): void => {
      document.documentElement.dataset['mantineColorScheme'] =
        theme === 'system' ? (query.matches ? 'dark' : 'light') : theme;
    };
    apply();
    query.addEventListener('change', apply);
    return () => query.removeEventListener('change', apply);
  }, [theme]);
}

/** The whole window of the person: what it is told to show, and a neutral page until then. */
export function SharedWindow() {
  const [frame, setFrame] = useState<SharedFrame | null>(null);
  useTheme(frame?.theme ?? 'system');
  useEffect(() => {
    window.vavShared.on(setFrame);
    void window.vavShared.ask().then((first) => {
      // What it was told meanwhile is newer.
      if (first !== null) setFrame((told) => told ?? first);
    });
  }, []);
  const language = frame?.language ?? null;
  useLayoutEffect(() => {
    if (language !== null) applyLanguage(language);
  }, [language]);
  if (frame === null) return <BlankPage words="pause" />;
  const { content } = frame;
  return content.kind === 'view' ? <SharedPage view={typeset(content.view)} /> : <BlankPage words={content.kind} />;
}
