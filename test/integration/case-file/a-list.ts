import type { CallInput, CallOutput } from '../../../src/shared/contract/index.ts';
import type { DecisionOutcome, SetAsideReason } from '../../../src/shared/domain/decision/decision.schema.ts';
import type { Committed } from '../../../src/shared/domain/operation/operation.schema.ts';
import type { PeopleCore } from '../../support/people.ts';

export type AskedList = NonNullable<CallInput<'decision.make'>['list']>;

/** The list that the screen opens with. */
export const A_LIST: AskedList = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' };

export function listFor(
  core: PeopleCore,
  caseId: string,
  list: Partial<AskedList> = {},
): Promise<CallOutput<'suggestion.forCase'>> {
  return core.ask('suggestion.forCase', { caseId, ...A_LIST, ...list, offset: 0, limit: 100 });
}

interface Decided {
  readonly outcome: DecisionOutcome;
  readonly reasons?: SetAsideReason[];
  readonly words?: string;
  readonly list?: AskedList | null;
}

/** Decides on an employer as the screen does: having read what was decided before. */
export async function decide(core: PeopleCore, caseId: string, siret: string, decided: Decided): Promise<Committed> {
  const { outcome, reasons = [], words = '', list = A_LIST } = decided;
  const { decided: before } = await core.ask('decision.list', { caseId });
  const known = before.find(({ item }) => item.kind === 'establishment' && item.siret === siret);
  return core.ask('decision.make', {
    ...{ commandId: core.newId(), caseId, item: { kind: 'establishment', siret }, outcome, reasons, words, list },
    baseRevision: known?.revision ?? 0,
  });
}
