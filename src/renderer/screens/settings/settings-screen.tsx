import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { accessStatus } from '../../features/access/access.queries.ts';
import { TagList } from '../../features/agency-tag/tag-list.tsx';
import { DisplaySettings } from '../../features/settings/display-settings.tsx';
import { SectionList, sectionTabId } from '../../features/settings/section-list.tsx';
import { sectionsOf, type SettingsSection, showSection, useShownSection } from '../../features/settings/sections.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { BackupsSection } from './backups-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { WorkstationSection } from './workstation-section.tsx';

/** What one can change, section by section. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const panelId = useId();
  const role = useQuery(accessStatus).data?.session?.role ?? 'advisor';
  const sections = sectionsOf(role);
  const wanted = useShownSection();
  const shown = sections.includes(wanted) ? wanted : 'display';
  useShortcuts({
    title: t('settings.keys'),
    place: 1,
    shortcuts: [{ keys: ['ArrowDown'], shown: ['↑', '↓'], label: t('settings.nextSection') }],
  });
  return (
    <div className="page">
      <PageHeader title={t('screens.settings')} subtitle={t('settings.text')} />
      <div className="settings">
        <SectionList sections={sections} shown={shown} onShow={showSection} panelId={panelId} />
        <div id={panelId} className="section-panel" role="tabpanel" aria-labelledby={sectionTabId(panelId, shown)}>
          <Section key={shown} section={shown} />
        </div>
      </div>
    </div>
  );
}

function Section({ section }: { readonly section: SettingsSection }) {
  switch (section) {
    case 'display':
      return <DisplaySettings />;
    case 'security':
      return <SecuritySection />;
    case 'backups':
      return <BackupsSection />;
    case 'tags':
      return <TagList />;
    case 'retention':
      return <RetentionSection />;
    case 'workstation':
      return <WorkstationSection />;
  }
}
