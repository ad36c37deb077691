import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SETTINGS_SHOWN, LANGUAGES, THEMES, ZOOMS } from '../../features/settings/choices.ts';
import { ChoiceGroup } from '../../features/settings/choice-group.tsx';
import { settingsQuery, useSetSettings } from '../../features/settings/settings.queries.ts';
import { percentText } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function SettingsScreen() {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(settingsQuery);
  const set = useSetSettings();
  const settings = data ?? DEFAULT_SETTINGS_SHOWN;
  return (
    <div className="page" data-width="reading">
      <PageHeader title={t('screens.settings')} subtitle={t('settings.text')} />
      {set.error === null ? null : <ErrorState error={set.error} />}
      <div className="card settings-card">
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
      </div>
    </div>
  );
}
