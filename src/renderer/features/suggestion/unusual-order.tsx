import { useTranslation } from 'react-i18next';
import { type FactorWeights, isUsual } from '../../../shared/domain/suggestion/weights.rules.ts';
import './what-if-strip.css';

/** A quiet mark wherever an order is not the usual one. */
export function UnusualOrder({ weights }: { readonly weights: FactorWeights }) {
  const { t } = useTranslation();
  if (isUsual(weights)) return null;
  return <span className="unusual-order">{t('whatIf.unusual')}</span>;
}
