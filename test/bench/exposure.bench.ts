/**
 * Who is seen: `npm run bench -- exposure`. Lists of 300 employers of a generated country, shown to 1,000 people looking for
 * the same work in the same town: how often each employer is on a first page, against how often its weight says, in our
 * varied order, in the one before it and in the order of the reference, with a violation planted to see that it would be
 * found. Then, on the public files, how good the first page of each of our orders is.
 */
import { toEngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { WEIGHTS } from '../../src/shared/scoring/employers.v1.ts';
import { variedOrder } from '../../src/shared/scoring/employers.v2.ts';
import { countEmployers } from '../../src/shared/scoring/match-employers.ts';
import type { RankedEmployer } from '../../src/shared/scoring/row-score.ts';
import { rankEmployers } from '../support/whole-order.ts';
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
import { printFirstPages } from './first-pages.ts';
import { aQuestion, generateEmployers, readCountry, type Country } from './national-country.ts';
import { printTable } from './report.ts';

const ESTABLISHMENTS = 300_000;
const ELIGIBLE = 300;
/** Four doublings: the last has a sixteenth of the chance of the first. */
const COMPARABLE_POINTS = 100;
const CASES = 1_000;
/** Cases of one day: the reference draws once a day, for everybody. */
const CASES_A_DAY = 50;

export async function benchExposure(): Promise<void> {
  const { within, comparable } = listsOf(readCountry());
  printTable(
    `On the first ${FIRST_PAGE} of ${ELIGIBLE} comparable employers, ${pointsOf(comparable)}, over ${CASES} cases`,
    [
      row('varied order, a draw for each person', comparable, chancesOf(comparable), inVariedOrder),
      row(
        'the same, one in ten planted at twice its weight',
        comparable,
        chancesOf(comparable),
        withFavoured(comparable),
      ),
      ...referenceRows(comparable),
    ],
  );
  printTable(`On the first ${FIRST_PAGE} of all ${within.length} within a radius, ${pointsOf(within)}`, [
    row('varied order, a draw for each person', within, chancesOf(within), inVariedOrder),
    row('varied order of employers.v1, by the cube of the score', within, cubesOf(within), inFormerOrder),
    ...referenceRows(within),
  ]);
  const law = pageLaw(chancesOf(comparable));
  process.stdout.write(
    `Chances of a first page by weight, comparable employers: ${percent(Math.min(...law))} to ${percent(Math.max(...law))}. ` +
      `z: standard deviations beyond chance; more than ${BY_CHANCE_Z} is no chance.\n`,
  );
  await printFirstPages();
}

type List = readonly RankedEmployer[];

const inVariedOrder: OrderOf<RankedEmployer> = (all, index) => variedOrder(all, `2026-W48 ${index}`, WEIGHTS);
const inFormerOrder: OrderOf<RankedEmployer> = (all, index) => spreadOrder(all, `2026-W48 ${index}`);

/** Twice the weight is twenty-five points more. */
function withFavoured(employers: List): OrderOf<RankedEmployer> {
  const favoured = new Set(employers.filter((_, place) => place % 10 === 0).map(({ siret }) => siret));
  return (all, index) =>
    inVariedOrder(
      all.map((one) => (favoured.has(one.siret) ? { ...one, score: one.score + 25 } : one)),
      index,
    );
}

function chancesOf(employers: List): readonly number[] {
  const most = Math.max(...employers.map(({ score }) => score));
  return employers.map(({ score }) => 2 ** ((score - most) / 25));
}

function cubesOf(employers: List): readonly number[] {
  return employers.map(({ score }) => score ** 3);
}

function referenceRows(employers: List) {
  const weights = referenceScores(employers);
  const byDay = (index: number): number => Math.floor(index / CASES_A_DAY);
  const hasEmail = ({ siret }: RankedEmployer): boolean => siret % 3 === 0;
  return [
    row('reference: score times a draw of the day, e-mails first', employers, weights, (all, index) =>
      referenceOrder(all, { seed: byDay(index), hasEmail }),
    ),
    row('reference, were its draw made for each person, no e-mail first', employers, weights, (all, index) =>
      referenceOrder(all, { seed: index, hasEmail: () => false }),
    ),
  ];
}

function pointsOf(employers: List): string {
  const scores = employers.map(({ score }) => score);
  return `${Math.min(...scores)} to ${Math.max(...scores)} points`;
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

/** Around Paris: all within the radius that gives as many as asked, to the metre; and the best of a wide list that are comparable. */
function listsOf(country: Country): { readonly within: List; readonly comparable: List } {
  const columns = toEngineColumns(generateEmployers(country, ESTABLISHMENTS));
  const question = aQuestion(country, [country.romes[0]!], { lat: 48.8566, lon: 2.3522 }, 30);
  let [low, high] = [0, 200_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (countEmployers(columns, { ...question, radiusM: middle }) < ELIGIBLE) low = middle;
    else high = middle;
  }
  const wide = aQuestion(country, country.romes.slice(0, 20), { lat: 48.8566, lon: 2.3522 }, 30);
  const { employers } = rankEmployers(columns, wide);
  const first = employers.findIndex(
    ({ score }, place) => score - (employers[place + ELIGIBLE - 1]?.score ?? -Infinity) <= COMPARABLE_POINTS,
  );
  return {
    within: rankEmployers(columns, { ...question, radiusM: high }).employers,
    comparable: employers.slice(first, first + ELIGIBLE),
  };
}

function gapText({ chiSquared, degrees, z }: Gap): string {
  return `${Math.round(chiSquared)} / ${degrees}, ${z.toFixed(1)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
