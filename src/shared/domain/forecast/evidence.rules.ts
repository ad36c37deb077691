import { HORIZON_MONTHS, sectorOf, type CountTable } from './forecast.ts';
import { openFrom, type SectorShape, type Shapes } from './season.rules.ts';

/** Growth is carried back this far: further it says little, and weighs little. */
const GROWTH_REACH_MONTHS = 24;
/** Hires that pull the index of bursts towards 1, that of a Poisson count. */
const BURST_SHRINK = 6;
const BURST_EDGES = [1.4, 2.8];

/** How many classes of bursts there are: steady, uneven, by bursts. */
export const BURST_CLASSES = BURST_EDGES.length + 1;

/**
 * What the months before an origin say of each employer, recent ones weighing more. Exposure is the number of months,
 * each counted by the season and the growth of the sector: hires over exposure are hires a month in ordinary times.
 */
export interface Evidence {
  readonly hires: Float64Array;
  readonly exposure: Float64Array;
  /** Hires weighed by the square: the variance of `hires` had they been Poisson counts. */
  readonly variance: Float64Array;
  /** Months without a hire up to the origin; the exposure they make, as it is and as it weighs in `exposure`. */
  readonly silentMonths: Float64Array;
  readonly silentExposure: Float64Array;
  readonly silentWeight: Float64Array;
  /** Hires of the past years, and those of them in the same six months of the year as the forecast. */
  readonly yearly: Float64Array;
  readonly sameMonths: Float64Array;
  /** 0 steady … BURST_CLASSES − 1 by bursts. */
  readonly bursts: Uint8Array;
}

/** How the past is weighed: months after which a count weighs half, and the part of the growth that is believed. */
export interface Weighing {
  readonly halfLife: number;
  readonly growthTrust: number;
}

export function evidenceOf(table: CountTable, shapes: Shapes, origin: number, weighing: Weighing): Evidence {
  const count = table.employers.length;
  const evidence: Evidence = {
    hires: new Float64Array(count),
    exposure: new Float64Array(count),
    variance: new Float64Array(count),
    silentMonths: new Float64Array(count),
    silentExposure: new Float64Array(count),
    silentWeight: new Float64Array(count),
    yearly: new Float64Array(count),
    sameMonths: new Float64Array(count),
    bursts: new Uint8Array(count),
  };
  const weights = Float64Array.from({ length: origin }, (_, month) => 2 ** (-(origin - 1 - month) / weighing.halfLife));
  const kept = new Map<string, Float64Array>();
  const market = marketOf(table, shapes.all, origin);
  table.employers.forEach((employer, index) => {
    const sector = sectorOf(employer);
    const ordinary =
      kept.get(sector) ?? ordinaryMonths(table, shapes.sectors.get(sector) ?? shapes.all, market, weighing);
    kept.set(sector, ordinary);
    weigh(table, { index, origin, weights, ordinary }, evidence);
    compareYears(table, index, origin, evidence);
  });
  return evidence;
}

/** What each month before the origin weighs in a sector: its season, the market of that month, its growth since. */
function ordinaryMonths(
  { firstMonth }: CountTable,
  { season, growth }: SectorShape,
  market: { readonly months: Float64Array; readonly growth: number },
  { growthTrust }: Weighing,
): Float64Array {
  return market.months.map((level, month) => {
    const age = Math.min(GROWTH_REACH_MONTHS, market.months.length - 1 - month);
    // The market carries what is common to all sectors.
    return (
      (season[(firstMonth + month) % 12] as number) * level * (growth / market.growth) ** ((-growthTrust * age) / 12)
    );
  });
}

/**
 * Hires per employer of each month, all sectors together and out of season, over those of the last twelve months: a month
 * when nobody hired says little of anybody.
 */
function marketOf(
  table: CountTable,
  all: SectorShape,
  origin: number,
): { readonly months: Float64Array; readonly growth: number } {
  const hires = new Float64Array(origin);
  const usual = new Float64Array(origin);
  for (let index = 0; index < table.employers.length; index += 1) {
    for (let month = openFrom(table, index); month < origin; month += 1) {
      hires[month] = (hires[month] as number) + (table.hires[index * table.months + month] as number);
      usual[month] = (usual[month] as number) + (all.season[(table.firstMonth + month) % 12] as number);
    }
  }
  const sum = (values: Float64Array): number => values.subarray(-12).reduce((total, value) => total + value, 0);
  const lately = sum(hires) / Math.max(1, sum(usual));
  const months = hires.map((counted, month) => {
    const expected = lately * (usual[month] as number);
    return Math.max(LEAST_MARKET, (counted + MARKET_SHRINK) / (expected + MARKET_SHRINK));
  });
  return { months, growth: all.growth };
}

/** Hires of a month that pull the market of that month towards that of the last year. */
const MARKET_SHRINK = 100;
const LEAST_MARKET = 0.1;

interface Window {
  readonly index: number;
  readonly origin: number;
  readonly weights: Float64Array;
  readonly ordinary: Float64Array;
}

function weigh(table: CountTable, { index, origin, weights, ordinary }: Window, into: Evidence): void {
  const row = index * table.months;
  const from = openFrom(table, index);
  let [hires, exposure, variance] = [0, 0, 0];
  let [silentMonths, silentExposure, silentWeight] = [0, 0, 0];
  let [allHires, allExposure, squares, products, exposureSquares] = [0, 0, 0, 0, 0];
  for (let month = from; month < origin; month += 1) {
    const counted = table.hires[row + month] as number;
    const usual = ordinary[month] as number;
    const weight = weights[month] as number;
    hires += weight * counted;
    exposure += weight * usual;
    variance += weight * weight * counted;
    silentMonths = counted === 0 ? silentMonths + 1 : 0;
    silentExposure = counted === 0 ? silentExposure + usual : 0;
    silentWeight = counted === 0 ? silentWeight + weight * usual : 0;
    allHires += counted;
    allExposure += usual;
    squares += counted * counted;
    products += counted * usual;
    exposureSquares += usual * usual;
  }
  into.hires[index] = hires;
  into.exposure[index] = exposure;
  into.variance[index] = variance;
  into.silentMonths[index] = silentMonths;
  into.silentExposure[index] = silentExposure;
  into.silentWeight[index] = silentWeight;
  // Squared distances to what a steady employer of the same total would have made, over that total.
  const rate = allExposure === 0 ? 0 : allHires / allExposure;
  const distances = squares - 2 * rate * products + rate * rate * exposureSquares;
  const unevenness = (distances + BURST_SHRINK) / (allHires + BURST_SHRINK);
  into.bursts[index] = BURST_EDGES.filter((edge) => unevenness > edge).length;
}

function compareYears(table: CountTable, index: number, origin: number, into: Evidence): void {
  const row = index * table.months;
  const from = openFrom(table, index);
  let [yearly, sameMonths] = [0, 0];
  for (let start = origin - 12; start >= from; start -= 12) {
    for (let month = start; month < start + 12; month += 1) {
      const counted = table.hires[row + month] as number;
      yearly += counted;
      if (month < start + HORIZON_MONTHS) sameMonths += counted;
    }
  }
  into.yearly[index] = yearly;
  into.sameMonths[index] = sameMonths;
}
