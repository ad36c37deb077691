import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { percentText } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { DEFAULT_SETTINGS_SHOWN, DENSITIES, LANGUAGES, THEMES, ZOOMS } from './choices.ts';
import { settingsQuery, useSetSettings } from './settings.queries.ts';
import './settings.css';

/** How the application looks on this workstation. Each choice acts at once. */
export function DisplaySettings() {
  const { t, i18n } = useTranslation();
  const settings = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const set = useSetSettings();
  return (
    <section className="card settings-card">
      <h2 className="visually-hidden">{t('settings.sections.display')}</h2>
      {set.error === null ? null : <ErrorState error={set.error} />}
      <ChoiceGroup
        title={t('settings.language')}
        choices={LANGUAGES.map((value) => ({ value, label: t(`settings.languages.${value}`), lang: value }))}
        chosen={settings.language}
        onChoose={(language) => set.mutate({ language })}
      />
      <ChoiceGroup
        title={t('settings.theme')}
        choices={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        chosen={settings.theme}
        onChoose={(theme) => set.mutate({ theme })}
      />
      <ChoiceGroup
        title={t('settings.zoom')}
        hint={t('settings.zoomHint')}
        choices={ZOOMS.map((value) => ({ value, label: percentText(value / 100, i18n.language) }))}
        chosen={settings.zoom}
        onChoose={(zoom) => set.mutate({ zoom })}
      />
      <ChoiceGroup
        title={t('settings.density')}
        hint={t('settings.densityHint')}
        choices={DENSITIES.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
        chosen={settings.density}
        onChoose={(density) => set.mutate({ density })}
      />
    </section>
  );
}
