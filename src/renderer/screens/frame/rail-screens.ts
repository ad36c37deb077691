/** The screens one goes to by the rail or the palette. */
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { go, lastEmployersLocation, lastPortfolioLocation, type ScreenName } from '../../platform/location.ts';
import type { RailScreen } from './rail-icons.tsx';

export function openScreen(screen: RailScreen): void {
  if (screen === 'employers') go(lastEmployersLocation());
  else if (screen === 'portfolio') go(lastPortfolioLocation());
  else go({ screen });
}

/** The item of the rail that a screen belongs to. */
export function railScreenOf(screen: ScreenName): RailScreen {
  if (screen === 'employer') return 'employers';
  return screen === 'caseFile' || screen === 'meeting' ? 'portfolio' : screen;
}

/** People are for those who accompany them; counts for those who supervise. */
export const WORK_SCREENS: Readonly<Record<AccountRole, readonly RailScreen[]>> = {
  advisor: ['day', 'portfolio', 'employers', 'data'],
  supervisor: ['employers', 'supervision', 'data'],
};

export function railScreens(role: AccountRole): readonly RailScreen[] {
  return [...WORK_SCREENS[role], 'settings', 'about'];
}
