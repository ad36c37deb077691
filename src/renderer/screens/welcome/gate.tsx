import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import '../../features/access/access.css';
import { DEFAULT_SETTINGS_SHOWN, LANGUAGES } from '../../features/settings/choices.ts';
import { settingsQuery, useSetSettings } from '../../features/settings/settings.queries.ts';
import { LiveRegion } from '../../platform/live-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Mark } from '../frame/rail-icons.tsx';

interface GateProps {
  /** What the window is called while it shows. */
  readonly title: string;
  readonly children: ReactNode;
}

/** Around what comes before anybody has unlocked: the name, the language, and nothing of anyone. */
export function Gate({ title, children }: GateProps) {
  const { t } = useTranslation();
  const language = (useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN).language;
  const set = useSetSettings();
  useEffect(() => {
    document.title = t('frame.windowTitle', { screen: title });
  }, [t, title]);
  return (
    <div className="gate">
      <header className="gate-bar">
        <span className="gate-name">
          <Mark />
          {t('about.title')}
        </span>
        <Segmented
          label={t('settings.language')}
          choices={LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`), lang: value }))}
          chosen={language}
          onChoose={(chosen) => set.mutate({ language: chosen })}
        />
      </header>
      <main className="gate-body" aria-label={title}>
        {children}
      </main>
      <LiveRegion />
    </div>
  );
}
