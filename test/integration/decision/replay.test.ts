import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayIn, type ReplayedDecision } from '../../../src/main/decision/replay.use-cases.ts';
import type { Snapshot } from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { CURRENT_ENGINE, ENGINES, type Engine, type Engines } from '../../../src/shared/scoring/engines.ts';
import { ACCOUNTS, idMaker, peopleCore, type PeopleCore } from '../../support/people.ts';
import { PROJECT_FIELDS, randomValue } from '../../support/random-facts.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { decide, listFor, type AskedList } from '../case-file/a-list.ts';

const DECISIONS = 1_000;
const SLOW = 300_000;
const OUTCOMES = ['retained', 'set-aside', 'later'] as const;

/** What a formula that changed would be, the first one still beside it. */
const successor: Engine = {
  version: 'employers.v3',
  weights: { potential: 500, distance: 300, size: 200 },
  expectedHires: (inputs) => CURRENT_ENGINE.expectedHires({ ...inputs, affinity: inputs.affinity / 2 }),
  contributions(inputs, weights) {
    const [potential, distance, size] = CURRENT_ENGINE.contributions(inputs, weights);
    return [potential - 1, distance - 1, size + 1];
  },
  variedOrder: CURRENT_ENGINE.variedOrder,
};
const BOTH: Engines = { [successor.version]: successor, ...ENGINES };

/** Rule R6: what was shown when somebody decided can be computed again. */
describe('decisions computed again', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let snapshots: readonly Snapshot[] = [];
  const [reader] = ACCOUNTS.map(({ id, passphrase }) => ({ account: id, passphrase }));

  beforeAll(async () => {
    core = await peopleCore('replay', { checksOutput: false });
    desk = await secondDesk(core.dataDir);
    const newId = idMaker(6);
    const draw = drawFrom(6);
    const caseIds = Array.from({ length: 150 }, newId);
    desk.inOneGo(() => {
      for (const caseId of caseIds) {
        const person = { first: 'Personne', last: 'D’essai', phone: '', supportMode: null };
        desk.cases.files.create({ commandId: newId(), caseId, ...person });
        for (const field of PROJECT_FIELDS) {
          const change = { field, value: randomValue(field, draw) };
          const said = { saidBy: 'person', saidOn: '2026-09-01', baseRevision: 0 } as const;
          desk.cases.files.setField({ commandId: newId(), caseId, change, ...said });
        }
      }
    });
    let made = 0;
    for (let index = 0; made < DECISIONS; index += 1) {
      const caseId = caseIds[index % caseIds.length]!;
      const list: AskedList = {
        radiusKm: draw.percent(50) ? null : draw.between(5, 150),
        group: draw.weighted([
          ['private', 8],
          ['public', 1],
          ['agency', 1],
        ]),
        sections: draw.percent(20) ? ['G', 'I'] : [],
        sizes: draw.percent(20) ? ['1-9', '10-49'] : [],
        order: draw.pick(['plain', 'spread']),
      };
      const { page } = await listFor(core, caseId, list);
      if (page.rows.length === 0) continue;
      const { siret } = draw.pick<{ readonly siret: string }>(page.rows);
      await decide(core, caseId, siret, { outcome: draw.pick(OUTCOMES), list });
      made += 1;
    }
    snapshots = desk
      .operations()
      .flatMap(({ kind, payload }) =>
        kind === 'decision.make' ? [(payload as { readonly snapshot: Snapshot }).snapshot] : [],
      );
  }, SLOW);
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  const replayed = (engines?: Engines): Promise<readonly ReplayedDecision[]> =>
    replayIn(join(core.dataDir, 'workspaces', 'own'), reader!, null, engines);
  const verdicts = async (engines?: Engines): Promise<readonly string[]> => [
    ...new Set((await replayed(engines)).map(({ verdict }) => verdict)),
  ];

  it('are many, over many lists and in both orders, with neighbours to compare', () => {
    expect(snapshots).toHaveLength(DECISIONS);
    const computed = snapshots.filter((snapshot) => snapshot.kind === 'suggested');
    expect(computed).toHaveLength(DECISIONS);
    expect(new Set(computed.map(({ inputHash }) => inputHash)).size).toBeGreaterThan(DECISIONS / 2);
    for (const order of ['plain', 'spread'] as const) {
      expect(computed.filter((snapshot) => snapshot.order === order).length).toBeGreaterThan(DECISIONS / 3);
    }
    expect(computed.filter(({ neighbours }) => neighbours.length > 5).length).toBeGreaterThan(DECISIONS / 3);
  });

  it('all give the same figures', async () => {
    const decisions = await replayed();
    expect(decisions).toHaveLength(DECISIONS);
    expect(new Set(decisions.map(({ id }) => id)).size).toBe(DECISIONS);
    expect(await verdicts()).toEqual(['same']);
  });

  it('all give the same figures once the formula has changed and the former one is kept beside', async () => {
    expect(await verdicts(BOTH)).toEqual(['same']);
  });

  it('say that the formula is gone where nobody kept it', async () => {
    expect(await verdicts({ [successor.version]: successor })).toEqual(['engine-retired']);
  });

  it('tell a formula that was changed in place of being kept', async () => {
    expect(await verdicts({ 'employers.v2': { ...successor, version: 'employers.v2' } })).toEqual(['different']);
  });

  it('need none of the data of then: they are read from the case files alone', async () => {
    const only = await replayIn(join(core.dataDir, 'workspaces', 'own'), reader!, (await replayed())[0]!.id);
    expect(only).toEqual([{ id: (await replayed())[0]!.id, verdict: 'same' }]);
  });
});
