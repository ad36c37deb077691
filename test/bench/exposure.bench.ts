/**
 * Who is seen: `npm run bench -- exposure`. A list of 300 employers of a generated country, shown to 1,000 people looking for
 * the same work in the same town: how often each employer is on a first page, against how often its weight says, in our
 * varied order and in the order of the reference, with a violation planted to see that it would be found.
 */
import { toEngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { countEmployers } from '../../src/shared/scoring/match-employers.ts';
import { rankEmployers, type RankedEmployer } from '../../src/shared/scoring/rank-employers.ts';
import { spreadOrder } from '../../src/shared/scoring/spread-order.ts';
import {
  BY_CHANCE_Z,
  exposureOf,
  FIRST_PAGE,
  gapsOf,
  pageLaw,
  referenceOrder,
  referenceScores,
  spreadOf,
  type Gap,
  type OrderOf,
} from '../support/exposure.ts';
import { aQuestion, generateEmployers, readCountry, type Country } from './national-country.ts';
import { printTable } from './report.ts';

const ESTABLISHMENTS = 300_000;
const ELIGIBLE = 300;
const CASES = 1_000;
/** Cases of one day: the reference draws once a day, for everybody. */
const CASES_A_DAY = 50;

export async function benchExposure(): Promise<void> {
  const country = readCountry();
  const employers = listOf(country);
  const cubes = employers.map(({ score }) => score ** 3);
  const reference = referenceScores(employers);
  const favoured = new Set(employers.filter((_, place) => place % 10 === 0).map(({ siret }) => siret));
  const byDay = (index: number): number => Math.floor(index / CASES_A_DAY);
  const hasEmail = ({ siret }: RankedEmployer): boolean => siret % 3 === 0;
  const rows = [
    row('our varied order, a draw for each person', employers, cubes, (all, index) =>
      spreadOrder(all, `2026-W48 ${index}`),
    ),
    row('the same, one in ten planted at twice its weight', employers, cubes, (all, index) =>
      spreadOrder(
        all.map((one) => (favoured.has(one.siret) ? { ...one, score: one.score * 2 ** (1 / 3) } : one)),
        `2026-W48 ${index}`,
      ),
    ),
    row('reference: score times a draw of the day, e-mails first', employers, reference, (all, index) =>
      referenceOrder(all, { seed: byDay(index), hasEmail }),
    ),
    row('reference, were its draw made for each person, no e-mail first', employers, reference, (all, index) =>
      referenceOrder(all, { seed: index, hasEmail: () => false }),
    ),
  ];
  printTable(`Who is on the first ${FIRST_PAGE} of ${employers.length} employers, over ${CASES} cases`, rows);
  const law = pageLaw(cubes);
  process.stdout.write(
    `Chances of a first page by weight, ours: ${percent(Math.min(...law))} to ${percent(Math.max(...law))}. ` +
      `z: standard deviations beyond chance; more than ${BY_CHANCE_Z} is no chance.\n`,
  );
}

function row(
  order: string,
  employers: readonly RankedEmployer[],
  weights: readonly number[],
  orderOf: OrderOf<RankedEmployer>,
) {
  const exposure = exposureOf(employers, CASES, orderOf);
  const { first, page } = gapsOf(exposure, weights);
  const { never, topTenth } = spreadOf(exposure);
  return {
    order,
    'first places: chi² / degrees, z': gapText(first),
    'first pages: chi² / degrees, z': gapText(page),
    verdict: page.z > BY_CHANCE_Z || first.z > BY_CHANCE_Z ? 'not by weight' : 'by weight',
    'never seen': never,
    'part of the tenth most seen': percent(topTenth),
  };
}

/** The radius around Paris that gives as many employers as asked, to the metre. */
function listOf(country: Country): readonly RankedEmployer[] {
  const columns = toEngineColumns(generateEmployers(country, ESTABLISHMENTS));
  const question = aQuestion(country, [country.romes[0]!], { lat: 48.8566, lon: 2.3522 }, 200);
  let [low, high] = [0, 200_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (countEmployers(columns, { ...question, radiusM: middle }) < ELIGIBLE) low = middle;
    else high = middle;
  }
  return rankEmployers(columns, { ...question, radiusM: high }).employers;
}

function gapText({ chiSquared, degrees, z }: Gap): string {
  return `${Math.round(chiSquared)} / ${degrees}, ${z.toFixed(1)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
