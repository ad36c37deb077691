import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import type { ScreenName } from '../../platform/location.ts';
import { Mark, RailIcon, type RailScreen } from './rail-icons.tsx';
import { openScreen, railScreenOf, WORK_SCREENS } from './rail-screens.ts';

interface RailProps {
  readonly screen: ScreenName;
  readonly role: AccountRole;
}

export function Rail({ screen, role }: RailProps) {
  const { t } = useTranslation();
  const here = railScreenOf(screen);
  const item = (target: RailScreen) => (
    <button
      key={target}
      type="button"
      className="rail-item"
      aria-current={target === here ? 'page' : undefined}
      onClick={() => openScreen(target)}
    >
      <RailIcon screen={target} />
      <span>{t(`screens.${target}`)}</span>
    </button>
  );
  return (
    <nav className="rail" aria-label={t('frame.navigation')}>
      <span className="rail-mark">
        <Mark />
      </span>
      {WORK_SCREENS[role].map(item)}
      <span className="rail-spring" />
      {item('settings')}
      {item('about')}
    </nav>
  );
}
