import { useTranslation } from 'react-i18next';
import { Pill } from '../../../ui/pill.tsx';

/** Shows the map beside the list, or puts it away. */
export function MapPill({ isShown, onToggle }: { readonly isShown: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <Pill isActive={isShown} aria-pressed={isShown} shortcut="M" onClick={onToggle}>
      {t('map.pill')}
    </Pill>
  );
}
