import type { Draw } from '../../src/shared/kernel/draw.ts';

interface Drawn {
  readonly kind: string;
  readonly payload: object;
}

/** A sheet kept to be handed over, handed over or not, and taken back or not. */
export function drawSheet(draw: Draw): readonly Drawn[] {
  const options = { isLarge: draw.percent(30), isReadTogether: false, bring: [], phone: '' };
  const paper = { title: 'Ce que nous avons décidé', lead: [`${draw.below(99)}`], sections: [], foot: [] };
  const handing = { way: draw.pick(['in-person', 'post']), on: '2026-09-03' };
  return [
    { kind: 'sheet.keep', payload: { options, paper, on: '2026-09-02' } },
    ...(draw.percent(60) ? [{ kind: 'sheet.handOver', payload: handing }] : []),
    ...(draw.percent(30) ? [{ kind: 'sheet.takeBack', payload: {} }] : []),
  ];
}
