import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nafIndexOf } from '../../../src/shared/scoring/employer-columns.ts';
import { CURRENT_ENGINE, ENGINES, rawInputsOf } from '../../../src/shared/scoring/engines.ts';
import { contributionsOf, expectedHiresOfRow } from '../../../src/shared/scoring/row-score.ts';
import { rankEmployers } from '../../support/whole-order.ts';
import { columnsOf } from '../../support/establishments.ts';
import { toEngineQuestion, worlds } from './random-worlds.ts';

/** The usual ones, or others, a factor at zero among them. */
const someWeights = fc.oneof(
  fc.constant(CURRENT_ENGINE.weights),
  fc.record({ potential: fc.nat(1_000), distance: fc.nat(1_000), size: fc.constantFrom(0, 100, 1_000) }),
);

describe('the formulas that have ranked lists', () => {
  it('are each known by its own version, the current one among them', () => {
    for (const [version, engine] of Object.entries(ENGINES)) expect(engine.version).toBe(version);
    expect(Object.keys(ENGINES)).toEqual(['employers.v1', 'employers.v2']);
    expect(ENGINES[CURRENT_ENGINE.version]).toBe(CURRENT_ENGINE);
  });

  it('give for raw inputs, in the current one, what the ranking gives row by row', () => {
    fc.assert(
      fc.property(worlds, someWeights, ({ establishments, question }, weights) => {
        const columns = columnsOf(establishments);
        const asked = toEngineQuestion(columns, question);
        for (const { row, distanceM, score } of rankEmployers(columns, asked, weights).employers) {
          const sector = asked.sectors[nafIndexOf(columns, row)]!;
          const inputs = rawInputsOf(columns, row, sector, distanceM);
          const contributions = CURRENT_ENGINE.contributions(inputs, weights);
          expect(contributions).toEqual(contributionsOf(columns, row, sector, distanceM, weights));
          expect(contributions[0] + contributions[1] + contributions[2]).toBe(score);
          expect(CURRENT_ENGINE.expectedHires(inputs)).toEqual(expectedHiresOfRow(columns, row, sector));
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('count a band that no nomenclature has as a headcount nobody knows', () => {
    const inputs = {
      siret: '30000791900013',
      band: '99',
      isApproximate: false,
      yearlyHires: null,
      affinity: 0.5,
      yearlyEntryRate: 0.4,
      distanceM: 0,
    };
    expect(CURRENT_ENGINE.contributions(inputs, CURRENT_ENGINE.weights)).toEqual([0, 300, 0]);
  });
});
