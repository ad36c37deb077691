import { useTranslation } from 'react-i18next';
import { untilDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

/** "pour Camille R. jusqu’au 12 décembre": a file of a colleague, or one that a colleague follows meanwhile. */
export function StandsInFor({ row: { standsInFor, standIn } }: { readonly row: PortfolioRow }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const shared = standsInFor ?? standIn;
  if (shared === null) return null;
  const words = { name: shared.name, until: untilDayText(shared.until, today, i18n.language) };
  return (
    <div className="stands-in small">
      {standsInFor === null ? t('handOver.row.lent', words) : t('handOver.row.taken', words)}
    </div>
  );
}
