import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import type { FieldName } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What one of two windows does: looks at the value, or writes another one over what it last saw. */
type Act = 'look' | 'write';
interface Turn {
  readonly window: 0 | 1;
  readonly act: Act;
}

interface Seen {
  readonly value: string | null;
  readonly revision: number;
}

/** One value that a window can look at and write. */
interface Subject {
  look(): Promise<Seen>;
  /** Null when it was refused because it was changed meanwhile. */
  write(value: string, revision: number): Promise<number | null>;
}

const LIST = { radiusKm: null, group: 'private' as const, sections: [], sizes: [], order: 'spread' as const };
const OUTCOMES = ['retained', 'later', 'set-aside'] as const;

/** Every order in which the turns of two windows can come. */
function interleavings(first: readonly Act[], second: readonly Act[]): readonly (readonly Turn[])[] {
  const [a, b] = [first[0], second[0]];
  if (a === undefined && b === undefined) return [[]];
  const withA =
    a === undefined
      ? []
      : interleavings(first.slice(1), second).map((rest) => [{ window: 0 as const, act: a }, ...rest]);
  const withB =
    b === undefined
      ? []
      : interleavings(first, second.slice(1)).map((rest) => [{ window: 1 as const, act: b }, ...rest]);
  return [...withA, ...withB];
}

describe('two windows on one case file', () => {
  let core: PeopleCore;
  let sirets: readonly string[];
  beforeAll(async () => {
    console.log(`interleavings: VAV_SEED=${seed}`);
    core = await peopleCore('two-windows');
    const list = await core.ask('suggestion.forCase', {
      caseId: await core.aCaseFile(),
      ...LIST,
      offset: 0,
      limit: 20,
    });
    sirets = list.page.rows.map(({ siret }) => siret);
  });
  afterAll(() => core.cleanup());

  const newFile = async (): Promise<string> => {
    const caseId = core.newId();
    await core.ask('caseFile.create', {
      commandId: core.newId(),
      caseId,
      first: 'Nadia',
      last: '',
      phone: '',
      supportMode: null,
    });
    return caseId;
  };
  async function revisionOrNull(name: string, input: object): Promise<number | null> {
    const answer = await core.call(name, input);
    if (answer.ok) return (answer.data as { readonly revision: number }).revision;
    if (answer.error.code !== 'CHANGED_MEANWHILE') throw new Error(`${name}: ${answer.error.code}`);
    return null;
  }
  const field = (caseId: string, name: FieldName): Subject => ({
    async look() {
      const fact = (await core.ask('caseFile.get', { caseId })).facts[name];
      return { value: (fact?.value ?? null) as string | null, revision: fact?.revision ?? 0 };
    },
    write(value, baseRevision) {
      const said = { saidBy: 'person', saidOn: '2026-09-01', baseRevision } as const;
      const input: CallInput<'caseFile.setField'> = {
        commandId: core.newId(),
        caseId,
        change: { field: name, value },
        ...said,
      };
      return revisionOrNull('caseFile.setField', input);
    },
  });
  const decision = (caseId: string, siret: string): Subject => ({
    async look() {
      const { decided } = await core.ask('decision.list', { caseId });
      const item = decided.find((one) => one.item.kind === 'establishment' && one.item.siret === siret);
      return { value: item?.words ?? null, revision: item?.revision ?? 0 };
    },
    write(words, baseRevision) {
      const outcome = OUTCOMES[words.length % OUTCOMES.length];
      const item = { kind: 'establishment', siret };
      const input = { commandId: core.newId(), caseId, item, outcome, reasons: [], words, list: null, baseRevision };
      return revisionOrNull('decision.make', input);
    },
  });

  /** Plays the turns; each value that was written over is one that whoever wrote had seen. */
  async function play(subjects: readonly [Subject, Subject], turns: readonly Turn[]): Promise<number> {
    const isSame = subjects[0] === subjects[1];
    const nothing: Seen = { value: null, revision: 0 };
    const seen: [Seen, Seen] = [nothing, nothing];
    const truth: [Seen, Seen] = [nothing, nothing];
    let refusals = 0;
    for (const [index, { window, act }] of turns.entries()) {
      const kept = isSame ? 0 : window;
      const subject = subjects[window];
      if (act === 'look') {
        seen[window] = await subject.look();
        expect(seen[window]).toEqual(truth[kept]);
        continue;
      }
      const value = `${'x'.repeat(index % 3)}said in window ${window} at ${index}`;
      const isCurrent = seen[window].revision === truth[kept].revision;
      const revision = await subject.write(value, seen[window].revision);
      expect(revision !== null, 'written only over what was seen').toBe(isCurrent);
      if (revision === null) refusals += 1;
      else truth[kept] = { value, revision };
      // Whoever was refused still sees the value of before; whoever was not sees their own.
      if (revision !== null) seen[window] = truth[kept];
      expect(await subject.look()).toEqual(truth[kept]);
    }
    return refusals;
  }

  const TWICE: readonly Act[] = ['look', 'write', 'look', 'write'];
  const ALL = interleavings(TWICE, TWICE);

  it('meets every order of two looks and two edits of each', () => {
    expect(ALL).toHaveLength(70);
  });

  it('never writes over the same field unseen, in any order', async () => {
    let refusals = 0;
    for (const turns of ALL) {
      const subject = field(await newFile(), 'address');
      refusals += await play([subject, subject], turns);
    }
    expect(refusals).toBeGreaterThan(0);
  });

  it('lets two different fields change side by side, in any order', async () => {
    for (const turns of ALL) {
      const caseId = await newFile();
      expect(await play([field(caseId, 'address'), field(caseId, 'proudOf')], turns)).toBe(0);
    }
  });

  it('never decides on the same employer unseen, in any order; two employers are decided side by side', async () => {
    let refusals = 0;
    for (const turns of ALL) {
      const [one, other] = sirets as [string, string];
      const caseId = await newFile();
      const subject = decision(caseId, one);
      refusals += await play([subject, subject], turns);
      const another = await newFile();
      expect(await play([decision(another, one), decision(another, other)], turns)).toBe(0);
    }
    expect(refusals).toBeGreaterThan(0);
  });

  it('holds for longer stories, whatever each window does', async () => {
    const aTurn = fc.record({
      window: fc.constantFrom(0 as const, 1 as const),
      act: fc.constantFrom<Act>('look', 'write'),
    });
    const stories = fc.asyncProperty(fc.array(aTurn, { maxLength: 12 }), fc.boolean(), async (turns, isDecision) => {
      const caseId = await newFile();
      const subject = isDecision ? decision(caseId, sirets[0] as string) : field(caseId, 'address');
      await play([subject, subject], turns);
    });
    await fc.assert(stories, { seed, numRuns: 100 });
  });

  it('takes one of two edits that are asked at the same instant', async () => {
    const subject = field(await newFile(), 'address');
    for (let round = 0; round < 20; round += 1) {
      const { revision } = await subject.look();
      const answers = await Promise.all([
        subject.write(`one ${round}`, revision),
        subject.write(`other ${round}`, revision),
      ]);
      expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
      expect((await subject.look()).value).toBe(answers[0] === null ? `other ${round}` : `one ${round}`);
    }
  });
});
