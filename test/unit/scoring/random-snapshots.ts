import {
  suggestionSnapshotSchema,
  type SuggestionSnapshot,
} from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { roundedHires } from '../../../src/shared/domain/market/expected-hires.rules.ts';
import { nafIndexOf } from '../../../src/shared/scoring/employer-columns.ts';
import { rawInputsOf, type Engine } from '../../../src/shared/scoring/engines.ts';
import { type RankedEmployer } from '../../../src/shared/scoring/row-score.ts';
import { orderedList, rankEmployers } from '../../support/whole-order.ts';
import { shownPlace } from '../../../src/shared/scoring/shown-place.ts';
import { columnsOf } from '../../support/establishments.ts';
import { toEngineQuestion, type World } from './random-worlds.ts';

export interface Shown {
  readonly order: 'plain' | 'spread';
  readonly seed: string;
  /** Which employer of the list, as a share of its length. */
  readonly pick: number;
}

/** What a decision would keep of one employer of a world, ranked by a formula; null when its list is empty. */
export function snapshotIn(
  { establishments, question }: World,
  { order, seed, pick }: Shown,
  engine: Engine,
): SuggestionSnapshot | null {
  const columns = columnsOf(establishments);
  const asked = toEngineQuestion(columns, question);
  const inputsOf = ({ row, distanceM }: RankedEmployer): ReturnType<typeof rawInputsOf> =>
    rawInputsOf(columns, row, asked.sectors[nafIndexOf(columns, row)]!, distanceM);
  const plain = rankEmployers(columns, asked)
    .employers.map((employer) => {
      const [potential, distance, size] = engine.contributions(inputsOf(employer), engine.weights);
      return { ...employer, score: potential + distance + size };
    })
    .sort((a, b) => b.score - a.score || a.siret - b.siret);
  const picked = plain[Math.floor(pick * plain.length)];
  if (picked === undefined) return null;
  const shown = order === 'plain' ? plain : engine.variedOrder(plain, seed, engine.weights);
  const orders = { plain: orderedList(plain), shown: orderedList(shown) };
  const place = shownPlace({ columns, sectors: asked.sectors, ...orders, isWider: false }, picked.siret)!;
  const contributions = engine.contributions(inputsOf(picked), engine.weights);
  const kept: SuggestionSnapshot = {
    kind: 'suggested',
    engineVersion: engine.version,
    datasetVersion: 'r-20260101-000000000000',
    inputHash: '0123456789abcdef',
    query: {
      romes: ['D1106', 'G1602', 'K1304', 'M1607', 'N1103'],
      communeCode: '57463',
      radiusKm: question.radiusM / 1000,
      group: question.group,
      sections: [...question.sections],
      sizes: question.sizes.filter(
        (size) => size === '1-9' || size === '10-49' || size === '50-249' || size === '250+',
      ),
    },
    order,
    seed: order === 'spread' ? seed : '',
    position: place.position,
    rank: place.rank,
    eligible: plain.length,
    score: picked.score,
    factors: (['potential', 'distance', 'size'] as const).map((name, index) => ({
      name,
      contribution: contributions[index]!,
    })),
    potential: { ...roundedHires(engine.expectedHires(inputsOf(picked))), level: null },
    name: 'Boulangerie-pâtisserie-confiserie des Trois Épis et de la Place',
    sectorLabel: 'Boulangerie et boulangerie-pâtisserie',
    communeName: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson',
    distanceKm: picked.distanceM / 1000,
    shownOn: '2026-09-01T08:30:00.000Z',
    centre: question.centre,
    inputs: place.inputs,
    neighbours: place.neighbours,
  };
  // As a case file gives it back, years later.
  return suggestionSnapshotSchema.parse(JSON.parse(JSON.stringify(kept)));
}
