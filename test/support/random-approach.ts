import type { DecisionItem } from '../../src/shared/domain/decision/decision.schema.ts';
import type { Draw } from '../../src/shared/kernel/draw.ts';

/** What may happen with one employer at a time: a step, a reminder, another first sentence, each more or less often. */
export function drawApproach(
  draw: Draw,
  item: DecisionItem,
): readonly { readonly kind: string; readonly payload: object }[] {
  const next = draw.percent(40) ? { kind: draw.pick(['call-back', 'answer']), on: '2026-09-20' } : null;
  const step = draw.pick(['contacted', 'answered', 'met', 'hired', 'refused', 'no-answer']);
  const about = () => ({ item, name: 'Maison Clerc', after: draw.below(1e6) });
  const move = { ...about(), step, on: '2026-09-03', by: draw.pick(['person', 'advisor']), next };
  return [
    ...(draw.percent(70) ? [{ kind: 'approach.move', payload: move }] : []),
    ...(draw.percent(30) ? [{ kind: 'approach.remind', payload: { ...about(), next } }] : []),
    ...(draw.percent(20) ? [{ kind: 'approach.word', payload: { ...about(), text: `Bonjour ${draw.below(9)}` } }] : []),
  ];
}

/** A company that asks to be proposed no more. */
export function drawOptOut(draw: Draw): object {
  const scope = draw.pick(['site', 'employer']);
  return { name: 'Maison Clerc', communeName: 'Metz', askedBy: 'site', askedOn: '2026-09-02', scope };
}
