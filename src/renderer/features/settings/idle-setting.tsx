import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { DEFAULT_SETTINGS_SHOWN, IDLE_MINUTES } from './choices.ts';
import { settingsQuery, useSetSettings } from './settings.queries.ts';
import '../../ui/setting-card.css';

/** After how long without anyone the case files close by themselves. */
export function IdleSetting() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const set = useSetSettings();
  return (
    <section className="card setting-card">
      <ChoiceGroup
        title={t('settings.idle')}
        hint={t('settings.idleHint')}
        choices={IDLE_MINUTES.map((value) => ({ value, label: t('settings.idleMinutes', { minutes: value }) }))}
        chosen={settings.idleMinutes}
        onChoose={(idleMinutes) => set.mutate({ idleMinutes })}
      />
      {set.error === null ? null : <ErrorState error={set.error} />}
    </section>
  );
}
