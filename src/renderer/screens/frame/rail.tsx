import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { go, lastEmployersLocation, lastPortfolioLocation, type ScreenName } from '../../platform/location.ts';
import { Mark, RailIcon, type RailScreen } from './rail-icons.tsx';

function open(screen: RailScreen): void {
  if (screen === 'employers') go(lastEmployersLocation());
  else if (screen === 'portfolio') go(lastPortfolioLocation());
  else go({ screen });
}

/** The item of the rail that a screen belongs to. */
function railScreenOf(screen: ScreenName): RailScreen {
  if (screen === 'employer') return 'employers';
  return screen === 'caseFile' ? 'portfolio' : screen;
}

/** People are for those who accompany them; counts for those who supervise. */
const WORK: Readonly<Record<AccountRole, readonly RailScreen[]>> = {
  advisor: ['portfolio', 'employers', 'data'],
  supervisor: ['employers', 'supervision', 'data'],
};

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
      onClick={() => open(target)}
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
      {WORK[role].map(item)}
      <span className="rail-spring" />
      {item('settings')}
      {item('about')}
    </nav>
  );
}
