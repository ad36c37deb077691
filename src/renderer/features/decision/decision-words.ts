import type { TFunction } from 'i18next';
import type { DecisionOutcome, SetAsideReason } from '../../../shared/domain/decision/decision.schema.ts';
import type { EmployerGroup } from '../../../shared/domain/employer/employer.schema.ts';

/** "une entreprise, une agence", but "un employeur public". */
export type Agreement = 'feminine' | 'masculine';

export function agreementOf(group: EmployerGroup): Agreement {
  return group === 'public' ? 'masculine' : 'feminine';
}

/** "Retenue", "À revoir", "Pas retenue". */
export function outcomeText(t: TFunction, outcome: DecisionOutcome, agreement: Agreement): string {
  return t(`decision.marks.${outcome}.${agreement}`);
}

export function reasonsText(t: TFunction, reasons: readonly SetAsideReason[], words: string): string | null {
  const said = reasons.map((reason) => t(`decision.reasons.${reason}`));
  const all = words === '' ? said : [...said, t('decision.quoted', { words })];
  return all.length === 0 ? null : all.join(', ');
}
