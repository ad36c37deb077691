import { nativeTheme } from 'electron';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { CoreEvent } from '../core-protocol.ts';
import type { CoreClient } from './core-client.ts';
import { shellWords, type ShellWords } from './shell-words.ts';

type Settings = CallOutput<'settings.get'>;

interface ShellSettings {
  /** The words of native dialogs, in the language in use. */
  readonly words: () => ShellWords;
  /** How pages look and speak. */
  readonly look: () => Pick<Settings, 'language' | 'theme'>;
  /** Minutes without a key or a pointer after which the case files close. */
  readonly idleMinutes: () => number;
  /** Takes the settings that are known already, else asks for them. */
  readonly load: (known: Settings | null, core: Pick<CoreClient, 'call'>) => Promise<void>;
  readonly hear: (event: CoreEvent) => void;
}

/** Until the settings are read: the shortest of them, and nobody has unlocked yet. */
const FIRST_IDLE_MINUTES = 2;

/** What the shell itself needs of the settings: the language of its dialogs, the theme, and how long nobody may be there. */
export function makeShellSettings(): ShellSettings {
  let language: Settings['language'] = 'fr';
  let theme: Settings['theme'] = 'system';
  let idleMinutes: number = FIRST_IDLE_MINUTES;
  const apply = (settings: Settings): void => {
    ({ language, theme, idleMinutes } = settings);
    nativeTheme.themeSource = theme;
  };
  return {
    words: () => shellWords[language],
    look: () => ({ language, theme }),
    idleMinutes: () => idleMinutes,
    async load(known, core) {
      if (known !== null) {
        apply(known);
        return;
      }
      const answer = await core.call('settings.get', {});
      if (answer.ok) apply(answer.data as Settings);
    },
    hear(event) {
      if (event.name === 'settings.changed') apply(event.payload);
    },
  };
}
