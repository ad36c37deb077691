/** What the palette can do beside opening somebody's file: screens, actions, sections of the settings. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { DEFAULT_SETTINGS_SHOWN, LANGUAGES, THEMES, ZOOMS } from '../../features/settings/choices.ts';
import { openNoteSearch } from '../../features/note-search/opened-search.ts';
import { openSettings, sectionsOf } from '../../features/settings/sections.ts';
import { settingsQuery, useSetSettings } from '../../features/settings/settings.queries.ts';
import type { PaletteEntry, PaletteGroup } from '../../features/palette/palette-entry.ts';
import { percentText } from '../../i18n/formats.ts';
import { currentLocation, isOfFile } from '../../platform/location.ts';
import { type Shortcut, type ShortcutGroup, useShortcutGroups } from '../../platform/shortcuts.ts';
import { keycapsOf } from './keys-dialog.tsx';
import { openScreen, railScreens } from './rail-screens.ts';

/** What the frame itself can open or do. */
export interface FrameActs {
  readonly createFile: () => void;
  readonly visit: () => void;
  readonly lock: () => void;
  readonly takeBackup: () => void;
  readonly showKeys: () => void;
  readonly showFirstSteps: () => void;
}

const EVERYWHERE = 9;

function entry(
  group: PaletteGroup,
  title: string,
  run: () => void,
  more: Partial<Pick<PaletteEntry, 'alias' | 'caps' | 'detail'>> = {},
): PaletteEntry {
  return { key: `${group}-${title}`, group, title, detail: null, run, ...more };
}

/** The keys of a screen that do something by themselves: those that only walk or step back have no place among the answers. */
function isAct({ keys, run, fromPalette }: Shortcut): boolean {
  const [key] = keys;
  return run !== undefined && fromPalette !== null && (key === undefined || /^[\p{L}\d]$/u.test(key));
}

function actsHere(groups: readonly ShortcutGroup[], contactLabel: string, personName: string | null): PaletteEntry[] {
  const seen = new Set<string>();
  return groups
    .filter(({ place }) => place < EVERYWHERE)
    .flatMap(({ title, shortcuts }) => shortcuts.filter(isAct).map((shortcut) => ({ title, shortcut })))
    .filter(({ shortcut: { label } }) => {
      const isNew = !seen.has(label);
      seen.add(label);
      return isNew;
    })
    .map(({ title, shortcut }) => {
      const { label, keys, run, fromPalette } = shortcut;
      return entry('here', label, () => (fromPalette ?? run)?.(), {
        alias: title,
        caps: keys.length === 0 ? [] : keycapsOf(shortcut),
        detail: label === contactLabel ? personName : null,
      });
    });
}

/** The next size of the text, bigger or smaller; null at the end. */
function nextZoom(zoom: number, direction: -1 | 1): (typeof ZOOMS)[number] | null {
  return ZOOMS[ZOOMS.findIndex((each) => each === zoom) + direction] ?? null;
}

function useSettingEntries(): readonly PaletteEntry[] {
  const { t, i18n } = useTranslation();
  const settings = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const { mutate } = useSetSettings();
  const [bigger, smaller] = [nextZoom(settings.zoom, 1), nextZoom(settings.zoom, -1)];
  const zoomText = (zoom: number): string => percentText(zoom / 100, i18n.language);
  return [
    ...THEMES.filter((theme) => theme !== settings.theme).map((theme) =>
      entry('actions', t('palette.theme', { theme: t(`settings.themes.${theme}`) }), () => mutate({ theme })),
    ),
    ...LANGUAGES.filter((language) => language !== settings.language).map((language) =>
      entry('actions', t('palette.language', { language: t(`settings.languages.${language}`) }), () =>
        mutate({ language }),
      ),
    ),
    ...(bigger === null
      ? []
      : [entry('actions', t('palette.bigger', { size: zoomText(bigger) }), () => mutate({ zoom: bigger }))]),
    ...(smaller === null
      ? []
      : [entry('actions', t('palette.smaller', { size: zoomText(smaller) }), () => mutate({ zoom: smaller }))]),
  ];
}

/** Everything but people, in the order it is shown when nothing is typed. */
export function usePaletteActions(
  role: AccountRole,
  acts: FrameActs,
  nameOf: (caseId: string) => string | null,
): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const groups = useShortcutGroups();
  const settings = useSettingEntries();
  const here = actsHere(groups, t('contactDialog.open'), nameOf(personHere()));
  const known = new Set(here.map(({ title }) => title));
  const everywhere = [
    ...(role === 'advisor'
      ? [
          entry('actions', t('createFile.open'), acts.createFile),
          entry('actions', t('handOver.visit.menu'), acts.visit, { alias: t('handOver.visit.alias') }),
          entry('actions', t('noteSearch.open'), openNoteSearch, { caps: ['F'] }),
          entry('actions', t('palette.backup'), acts.takeBackup),
        ]
      : []),
    entry('actions', t('keys.lock'), acts.lock, { caps: ['Ctrl', 'L'] }),
    ...settings,
    entry('actions', t('keys.help'), acts.showKeys, { caps: ['?'] }),
    entry('actions', t('palette.firstSteps'), acts.showFirstSteps, { alias: t('palette.firstStepsAlias') }),
  ];
  const screens = railScreens(role).map((screen) => entry('screens', t(`screens.${screen}`), () => openScreen(screen)));
  const sections = sectionsOf(role).map((section) =>
    entry('settings', t(`settings.sections.${section}`), () => openSettings(section), { alias: t('screens.settings') }),
  );
  return [...here, ...everywhere.filter(({ title }) => !known.has(title)), ...screens, ...sections];
}

/** Whose file is open, or whose row is chosen. */
function personHere(): string {
  const here = currentLocation();
  if (isOfFile(here)) return here.caseId;
  return here.screen === 'portfolio' ? (here.view?.activeId ?? '') : '';
}
