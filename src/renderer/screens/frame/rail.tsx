import { useTranslation } from 'react-i18next';
import { go, lastEmployersLocation, useLocation } from '../../platform/location.ts';
import { Mark, RailIcon, type RailScreen } from './rail-icons.tsx';

function open(screen: RailScreen): void {
  go(screen === 'employers' ? lastEmployersLocation() : { screen });
}

export function Rail() {
  const { t } = useTranslation();
  const location = useLocation();
  const here: RailScreen = location.screen === 'employer' ? 'employers' : location.screen;
  const item = (screen: RailScreen) => (
    <button
      key={screen}
      type="button"
      className="rail-item"
      aria-current={screen === here ? 'page' : undefined}
      onClick={() => open(screen)}
    >
      <RailIcon screen={screen} />
      <span>{t(`screens.${screen}`)}</span>
    </button>
  );
  return (
    <nav className="rail" aria-label={t('frame.navigation')}>
      <span className="rail-mark">
        <Mark />
      </span>
      {item('employers')}
      {item('data')}
      <span className="rail-spring" />
      {item('settings')}
      {item('about')}
    </nav>
  );
}
