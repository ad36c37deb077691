import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import type { Draw } from '../../src/shared/kernel/draw.ts';

/** Something to reach or to do, as it is agreed on. */
export function drawAction(draw: Draw): object {
  const rest = draw.percent(30) ? { kind: 'objective', isTogether: true } : {};
  return { ...rest, owner: 'advisor', text: `${draw.below(99)}`, dueOn: draw.percent(50) ? '2026-09-09' : null };
}

/** The same put right, for an objective or none. */
export function drawTerms(draw: Draw, serves: string | null): object {
  const who = { owner: draw.pick(['person', 'partner']), partner: draw.pick(['', 'Mission locale']) };
  return { ...who, text: `${draw.below(99)}`, dueOn: null, serves, isTogether: draw.percent(50) };
}

/** A note, of before or of after there were templates. */
export function drawNote(draw: Draw, corrects: string | null): object {
  const template = draw.percent(50) ? { template: draw.pick(['brief', 'not-held']), notHeld: null, why: '' } : {};
  return {
    ...{ ...template, on: '2026-09-01', modality: 'on-site', links: [], corrects, actorName: 'Camille' },
    sections: { ...EMPTY_SECTIONS, personSays: `${draw.below(1000)}` },
  };
}

/** A copy of a contract, which may take the place of another one. */
export function drawEngagement(draw: Draw, replaces: string | null): object {
  return {
    ...{
      kind: 'engagement',
      signedOn: '2026-09-01',
      startsOn: '2026-09-01',
      endsOn: null,
      weeklyHours: draw.below(16),
    },
    ...{ commitments: [`${draw.below(99)}`], reference: '', replaces, actorName: 'Camille' },
  };
}
