/** What the person may see, whatever a file holds: every private field is filled with words found nowhere else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action } from '../../../src/shared/domain/action/action.schema.ts';
import { APPROACH_STAGES } from '../../../src/shared/domain/approach/approach.ts';
import { type NoteTemplate } from '../../../src/shared/domain/note/note.ts';
import type { Reading } from '../../../src/shared/domain/reading/reading.schema.ts';
import {
  isShared,
  sharedEmployer,
  sharedView,
  type Spoken,
} from '../../../src/shared/domain/shared-view/shared-view.rules.ts';
import { sharedViewSchema } from '../../../src/shared/domain/shared-view/shared-view.schema.ts';
import { MEETING_STEPS } from '../../../src/shared/domain/appointment/appointment.ts';
import {
  SECRET,
  DAY,
  FIGURE,
  ids,
  actionOf,
  explanation,
  place,
  employer,
  spoken,
  viewAt,
} from '../../support/spoken-file.ts';

describe('the shared view', () => {
  it('row 44: holds no private word, day or figure of anything it was made of', () => {
    fc.assert(
      fc.property(spoken, (whole) => {
        const view = sharedView(whole);
        expect(sharedViewSchema.parse(view)).toEqual(view);
        const text = JSON.stringify(view);
        for (const hidden of [SECRET, '1901', String(FIGURE), '98765', '987', 'no-voicemail', 'interpreter']) {
          expect(text).not.toContain(hidden);
        }
        if (!whole.subject.isDecidedShown) expect(text).not.toContain('rappeler jeudi');
        if (whole.subject.step !== 'employers') expect(text).not.toContain('Le Pétrin');
      }),
      { numRuns: 400 },
    );
  });

  it('follows the steps of a meeting, each with something of its own', () => {
    for (const step of MEETING_STEPS) expect(viewAt(step).body.step).toBe(step);
  });

  it('shows what the person can do and asks, once they told it', () => {
    expect(viewAt('situation').body).toEqual({
      ...{ step: 'situation', proudOf: 'connaît ses clients', lastJobs: ['Vendeuse, 4 ans'] },
      credentials: [{ label: 'Permis B', expiresOn: '2027-05-01' }],
      ...{ contract: ['permanent'], schedule: 'horaires de jour' },
      conditions: [{ kind: 'load', value: 'moins de 10 kg' }],
    });
    const nothing = viewAt('situation', { file: { ...viewFile(), facts: {} } });
    expect(nothing).toMatchObject({ personName: '', isLargePrint: false, body: { proudOf: null, lastJobs: [] } });
    expect(viewAt('purpose').isLargePrint).toBe(true);
  });

  const at = (text: string, change: Partial<Action> = {}): Action => ({
    ...actionOf({ owner: 'person', state: 'not-yet', isWithdrawn: false, dueOn: null, changedAt: 0 }),
    ...{ text, ...change },
  });

  it('holds no day against the person, and says ours as they are', () => {
    const late = { dueOn: '2026-08-20' } as const;
    const view = viewAt('plan', { actions: [at('hers', late), at('ours', { ...late, owner: 'advisor' })] });
    expect(view.body).toMatchObject({
      actions: [
        { text: 'hers', dueOn: null, progress: 'ahead' },
        { text: 'ours', dueOn: '2026-08-20', progress: 'ahead' },
      ],
    });
  });

  it('tells what the two want to reach from what there is to do', () => {
    const view = viewAt('plan', { actions: [at('a job by day', { kind: 'objective' }), at('to ring up')] });
    expect(view.body).toMatchObject({
      actions: [
        { kind: 'objective', text: 'a job by day' },
        { kind: 'action', text: 'to ring up' },
      ],
    });
  });

  it('says what was done since the last time only', () => {
    const done = (text: string, changedAt: number) => at(text, { state: 'done', changedAt });
    const given = { actions: [done('before', 4), done('since', 6), at('ahead')] };
    const texts = (change: Partial<Spoken>) =>
      (viewAt('since', { ...given, ...change }).body as { actions: readonly { text: string }[] }).actions.map(
        ({ text }) => text,
      );
    expect(texts({ metBefore: 5 })).toEqual(['since', 'ahead']);
    expect(texts({ metBefore: null })).toEqual(['before', 'since', 'ahead']);
  });

  it('shows our two views together, the person’s alone, and the advisor’s never alone', () => {
    const reading = (by: Reading['by'], text: string): Reading => ({ ...ids, by, text, on: DAY, at: 1 });
    const both = [reading('person', 'le matin'), reading('advisor', 'le canal')];
    const said = (readings: readonly Reading[]) => viewAt('readings', { readings }).body;
    expect(said(both)).toEqual({ step: 'readings', person: 'le matin', advisor: 'le canal' });
    expect(said(both.slice(0, 1))).toEqual({ step: 'readings', person: 'le matin', advisor: null });
    expect(said(both.slice(1))).toEqual({ step: 'readings', person: null, advisor: null });
    expect(said([reading('person', ''), both[1]!])).toEqual({ step: 'readings', person: null, advisor: null });
  });

  it('shows what was decided once the advisor chose to, without what was set aside since', () => {
    const [base] = fc.sample(spoken, { numRuns: 1, seed: 7 });
    const shown = (template: NoteTemplate, isDecidedShown = true) =>
      viewAt('note', { note: { ...base!.note, template }, subject: { step: 'note', isDecidedShown } }).body;
    const nothing = { step: 'note', decided: null };
    expect(shown('follow-up')).toEqual({
      step: 'note',
      decided: {
        together: { text: 'rappeler jeudi', links: ['Maison Clerc', 'Passer'] },
        advisorDoes: { text: 'rappeler jeudi', links: [] },
      },
    });
    expect(shown('follow-up', false)).toEqual(nothing);
    // What was not between the two is nobody's to see there.
    for (const template of ['brief', 'not-held', 'employer'] as const) expect(shown(template)).toEqual(nothing);
  });

  it('says why a company is there in words, what counts most first, and nothing where nothing is computed', () => {
    expect(employer('Le Pétrin').reasons).toEqual([
      { factor: 'distance', weight: 'much' },
      { factor: 'size', weight: 'some' },
      { factor: 'potential', weight: 'little', hires: 'more' },
    ]);
    const without = { ...explanation, potential: { ...explanation.potential, basis: 'none' as const }, score: 0 };
    const known = { name: 'x', place, sentence: '', isRetained: false };
    expect(sharedEmployer({ ...known, explanation: without }).reasons).toContainEqual({
      ...{ factor: 'potential', weight: 'nothing', hires: 'unknown' },
    });
    expect(sharedEmployer({ ...known, explanation: null }).reasons).toEqual([]);
  });

  it('holds up no company that said no, never answered, or asked out', () => {
    const shown = APPROACH_STAGES.filter((stage) => isShared({ stage, isOptedOut: false }));
    expect(shown).toEqual(APPROACH_STAGES.filter((stage) => stage !== 'refused' && stage !== 'no-answer'));
    expect(APPROACH_STAGES.some((stage) => isShared({ stage, isOptedOut: true }))).toBe(false);
  });

  function viewFile(): Spoken['file'] {
    return { facts: {}, project: { occupation: null, place: null, reach: null, travel: [] } };
  }
});
