import { nativeTheme } from 'electron';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { CoreEvent } from '../core-protocol.ts';
import type { CoreClient } from './core-client.ts';
import { shellWords, type ShellWords } from './shell-words.ts';

type Settings = CallOutput<'settings.get'>;

interface ShellSettings {
  /** The words of native dialogs, in the language in use. */
  readonly words: () => ShellWords;
  readonly load: (core: Pick<CoreClient, 'call'>) => Promise<void>;
  readonly hear: (event: CoreEvent) => void;
}

/** What the shell itself needs of the settings: the language of its dialogs, and the theme of what the system draws. */
export function makeShellSettings(): ShellSettings {
  let language: Settings['language'] = 'fr';
  const apply = (settings: Settings): void => {
    ({ language } = settings);
    nativeTheme.themeSource = settings.theme;
  };
  return {
    words: () => shellWords[language],
    async load(core) {
      const answer = await core.call('settings.get', {});
      if (answer.ok) apply(answer.data as Settings);
    },
    hear(event) {
      if (event.name === 'settings.changed') apply(event.payload);
    },
  };
}
