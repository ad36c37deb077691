import type { HeadcountBand } from '../../shared/domain/employer/headcount.ts';
import { headcountRange } from '../../shared/domain/employer/headcount.ts';
import { syntheticSiren, syntheticSiret } from '../../shared/domain/employer/synthetic-siret.ts';
import type { CountedEmployer } from '../../shared/domain/forecast/forecast.ts';
import { drawFrom, type Draw } from '../../shared/kernel/draw.ts';

/**
 * Counts of hires that are nobody's, for tests: seasons by sector, growth, shocks, births, closures, employers that never
 * hire, that hire by bursts or in months of their own. Nothing was fitted to real counts: a forecast that does well on
 * these shows that it works as meant, not that it will do well elsewhere.
 */
export interface SeriesSpec {
  readonly employers: number;
  readonly months: number;
  readonly lastMonth: number;
  readonly seed: number;
}

export interface DrawnEmployer {
  readonly employer: CountedEmployer;
  /** Hires by month, from the first one counted. */
  readonly hires: readonly number[];
}

interface DrawnSector {
  readonly naf: string;
  readonly share: number;
  /** Hires a year per employee. */
  readonly rate: number;
  readonly growth: number;
  /** What each month departs from an ordinary one, in hundredths, January first. */
  readonly season: readonly number[];
}

const SECTORS: readonly DrawnSector[] = [
  sector('1071C', 8, 0.45, 0.01, [-10, -10, 0, 5, 5, 20, 25, 0, 5, -5, -10, -25]),
  sector('4120A', 14, 0.4, -0.05, [-10, 5, 25, 20, 10, 0, -20, -45, 40, 10, -10, -25]),
  sector('4711D', 12, 0.6, 0.02, [-25, -20, -5, 0, 10, 35, 40, -10, -15, -10, 5, -5]),
  sector('5229A', 5, 0.7, 0.06, [-20, -20, -10, -5, 0, 5, 0, -15, 15, 25, 35, -10]),
  sector('5510Z', 4, 1.1, 0.01, [-15, -25, 0, 40, 45, 60, 30, -40, -35, -45, -40, 25]),
  sector('5610A', 18, 0.9, 0.03, [-25, -20, 5, 20, 25, 40, 20, -20, 5, -15, -20, -15]),
  sector('6201Z', 7, 0.3, 0.05, [25, 0, 5, 0, -10, -10, -25, -35, 60, 20, 0, -30]),
  sector('8121Z', 9, 0.8, 0.02, [0, -5, 0, 0, 5, 10, 25, 0, 0, -10, -10, -15]),
  sector('8559A', 9, 0.5, 0, [10, -5, -10, -20, -30, -40, -55, -10, 120, 55, 10, -25]),
  sector('8810A', 14, 0.7, 0.03, [0, -5, -5, 0, 0, 20, 45, 15, 0, -20, -25, -25]),
];

const DEPARTEMENTS: readonly (readonly [string, number])[] = [
  ...([
    ['57', 18],
    ['54', 14],
    ['67', 18],
    ['68', 14],
    ['51', 10],
    ['88', 8],
    ['10', 6],
    ['08', 5],
  ] as const),
  ...([
    ['55', 4],
    ['52', 3],
  ] as const),
];

const SIZES: readonly (readonly [HeadcountBand, number])[] = [
  ...([
    ['NN', 5],
    ['01', 36],
    ['02', 22],
    ['03', 14],
    ['11', 11],
    ['12', 7],
    ['21', 2.6],
    ['22', 1.4],
  ] as const),
  ...([
    ['31', 0.4],
    ['32', 0.4],
    ['41', 0.2],
  ] as const),
];

function sector(naf: string, share: number, rate: number, growth: number, season: readonly number[]): DrawnSector {
  return { naf, share, rate, growth, season: season.map((percent) => 1 + percent / 100) };
}

/** One employer after the other, so that none of them needs the memory of all. */
export function* drawSeries(spec: SeriesSpec): Generator<DrawnEmployer> {
  const draw = drawFrom(spec.seed);
  const market = drawMarket(draw, spec);
  const offset = draw.below(SIRENS);
  for (let index = 0; index < spec.employers; index += 1) {
    const siren = syntheticSiren(index % SIRENS, offset);
    yield drawEmployer(draw, spec, market, syntheticSiret(siren, 1 + Math.floor(index / SIRENS)));
  }
}

/** As many legal units exist that cannot be anyone's; beyond, they get a second site. */
const SIRENS = 100_000;
/** The most that four digits of site allow. */
export const MOST_EMPLOYERS = 1_000_000;

/** What happens to a sector in a département, by month. */
type Market = ReadonlyMap<string, readonly number[]>;

function drawMarket(draw: Draw, { months }: SeriesSpec): Market {
  // One fall that everyone knows, with its way back, early enough to be learned from.
  const fall = Math.floor(months * 0.35);
  const common = Array.from({ length: months }, (_, month) =>
    month >= fall && month < fall + 4 ? 0.45 + 0.15 * (month - fall) : 1,
  );
  const market = new Map<string, number[]>();
  for (const { naf } of SECTORS) {
    for (const [departement] of DEPARTEMENTS) {
      const level = 0.8 + 0.4 * draw.unit();
      const drift = (draw.unit() - 0.5) * 0.06;
      const factors = common.map((factor, month) => factor * level * (1 + drift) ** (month / 12));
      if (draw.percent(30)) {
        const start = draw.below(months);
        const strength = 0.5 + draw.unit();
        for (let month = start; month < Math.min(months, start + draw.between(3, 8)); month += 1) {
          factors[month] = (factors[month] ?? 1) * strength;
        }
      }
      market.set(`${naf}/${departement}`, factors);
    }
  }
  return market;
}

/** Those whose headcount nobody knows are small. */
const HEADS_WHERE_UNKNOWN = 2;

/** A month in which an employer stops for good: about one in twenty-five does in a year. */
const CLOSING_PERCENT = 0.35;

function drawEmployer(draw: Draw, spec: SeriesSpec, market: Market, siret: string): DrawnEmployer {
  const { naf, rate, growth, season } = draw.weighted(SECTORS.map((found) => [found, found.share] as const));
  const departement = draw.weighted(DEPARTEMENTS);
  const size = draw.weighted(SIZES);
  const firstMonth = spec.lastMonth - spec.months + 1;
  const opensAt = draw.percent(15) ? draw.below(spec.months) : 0;
  const habit = draw.weighted([
    ['steady', 58],
    ['bursts', 14],
    ['own-months', 12],
    ['never', 16],
  ] as const);
  const ownMonth = draw.below(12);
  const range = headcountRange(size);
  const level = habit === 'never' ? 0 : (rate * (range?.midpoint ?? HEADS_WHERE_UNKNOWN) * drawGamma(draw, 2)) / 2 / 12;
  const factors = market.get(`${naf}/${departement}`) ?? [];
  let own = 1;
  let isOpen = true;
  const hires = Array.from({ length: spec.months }, (_, month) => {
    isOpen &&= month < opensAt || !draw.percent(CLOSING_PERCENT);
    own *= 1 + (draw.unit() - 0.5) * 0.12;
    if (!isOpen || month < opensAt || level === 0) return 0;
    const ofYear = (firstMonth + month) % 12;
    const usual =
      level * own * (season[ofYear] ?? 1) * (factors[month] ?? 1) * (1 + growth) ** ((month - spec.months) / 12);
    if (habit === 'bursts') return draw.percent(25) ? drawUneven(draw, usual * 4, 3) : 0;
    if (habit === 'own-months') return drawUneven(draw, usual * ((ofYear - ownMonth + 12) % 12 < 3 ? 3 : 1 / 3), 4);
    return drawUneven(draw, usual, 4);
  });
  const opened = opensAt === 0 ? null : firstMonth + opensAt;
  return { employer: { siret, naf, size, heads: range?.min ?? null, departement, opened }, hires };
}

/** A negative binomial count: a Poisson count whose rate is drawn around the mean. */
function drawUneven(draw: Draw, mean: number, size: number): number {
  return drawPoisson(draw, (mean * drawGamma(draw, size)) / size);
}

function drawPoisson(draw: Draw, mean: number): number {
  // Far from 0 a normal law does.
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(draw)));
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = draw.unit(); product > least; product *= draw.unit()) count += 1;
  return count;
}

/** A gamma law of that shape and scale 1, by rejection (Marsaglia and Tsang, 2000); shape ≥ 1. */
function drawGamma(draw: Draw, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = drawNormal(draw);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - draw.unit()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal law (Box and Muller, 1958). */
function drawNormal(draw: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - draw.unit())) * Math.cos(2 * Math.PI * draw.unit());
}
