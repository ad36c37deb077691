import { LEAST_GROUP, sectorOf, type CountTable } from './forecast.ts';

/** Hires per calendar month that a sector must have for its own season to count as much as that of all sectors. */
const SEASON_SHRINK = 60;
/** The same for the growth of a sector, in hires of a year: with fewer it is taken to be nearly none. */
const GROWTH_SHRINK = 120;
/** A growth beyond these is an event, not something to expect again. */
const LEAST_GROWTH = 0.7;
const MOST_GROWTH = 1.4;

/** What a sector does over the year, and from one year to the next. */
export interface SectorShape {
  /** Twelve factors around 1, January first. */
  readonly season: readonly number[];
  /** Hires per employer of the last twelve months over those of the twelve before. */
  readonly growth: number;
}

/** Shapes by sector, and that of all sectors together for those that are not known. */
export interface Shapes {
  readonly all: SectorShape;
  readonly sectors: ReadonlyMap<string, SectorShape>;
}

/** Hires of a group of employers by month, and how many of these were open. */
interface Totals {
  employers: number;
  readonly hires: Float64Array;
  readonly open: Float64Array;
}

/** Reads the months before `origin` alone. */
export function shapesOf(table: CountTable, origin: number): Shapes {
  const bySector = new Map<string, Totals>();
  const all = noTotals(origin);
  table.employers.forEach((employer, index) => {
    const sector = sectorOf(employer);
    const totals = bySector.get(sector) ?? noTotals(origin);
    bySector.set(sector, totals);
    totals.employers += 1;
    for (let month = openFrom(table, index); month < origin; month += 1) {
      const hires = table.hires[index * table.months + month] as number;
      for (const sum of [totals, all]) {
        sum.hires[month] = (sum.hires[month] as number) + hires;
        sum.open[month] = (sum.open[month] as number) + 1;
      }
    }
  });
  const flat = Array.from({ length: 12 }, () => 1);
  const common = { season: seasonOf(all, table.firstMonth, flat), growth: growthOf(all) };
  const large = [...bySector].filter(([, { employers }]) => employers >= LEAST_GROUP);
  const sectors = large.map(
    ([sector, totals]) =>
      [sector, { season: seasonOf(totals, table.firstMonth, common.season), growth: growthOf(totals) }] as const,
  );
  return { all: common, sectors: new Map(sectors) };
}

/** The first month of the table in which an employer is open. */
export function openFrom({ employers, firstMonth }: CountTable, index: number): number {
  const opened = employers[index]?.opened ?? null;
  return opened === null ? 0 : Math.max(0, opened - firstMonth);
}

/**
 * The employers that are open before a month: what is learned or scored at an origin must not know that another one will
 * open.
 */
export function openBy(table: CountTable, month: number): CountTable {
  const open = [...table.employers.keys()].filter((index) => openFrom(table, index) < month);
  if (open.length === table.employers.length) return table;
  const hires = new Int32Array(open.length * table.months);
  open.forEach((index, at) => {
    hires.set(table.hires.subarray(index * table.months, (index + 1) * table.months), at * table.months);
  });
  const employers = open.flatMap((index) => table.employers[index] ?? []);
  return { ...table, employers, hires };
}

function noTotals(months: number): Totals {
  return { employers: 0, hires: new Float64Array(months), open: new Float64Array(months) };
}

/** Each month over the centred average of the twelve around it (ratio to moving average), drawn towards `common`. */
function seasonOf({ hires }: Totals, firstMonth: number, common: readonly number[]): readonly number[] {
  const counted = new Float64Array(12);
  const usual = new Float64Array(12);
  for (let month = 6; month + 6 < hires.length; month += 1) {
    const ofYear = (firstMonth + month) % 12;
    let around = ((hires[month - 6] as number) + (hires[month + 6] as number)) / 2;
    for (let other = month - 5; other <= month + 5; other += 1) around += hires[other] as number;
    counted[ofYear] = (counted[ofYear] as number) + (hires[month] as number);
    usual[ofYear] = (usual[ofYear] as number) + around / 12;
  }
  const season = common.map(
    (factor, ofYear) =>
      ((counted[ofYear] as number) + SEASON_SHRINK * factor) / ((usual[ofYear] as number) + SEASON_SHRINK),
  );
  const mean = season.reduce((sum, factor) => sum + factor, 0) / 12;
  return season.map((factor) => factor / mean);
}

function growthOf({ hires, open }: Totals): number {
  const end = hires.length;
  if (end < 24) return 1;
  const sum = (values: Float64Array, from: number, to: number): number =>
    values.subarray(from, to).reduce((total, value) => total + value, 0);
  const before = sum(open, end - 24, end - 12);
  if (before === 0) return 1;
  const expected = (sum(hires, end - 24, end - 12) * sum(open, end - 12, end)) / before;
  const growth = (sum(hires, end - 12, end) + GROWTH_SHRINK) / (expected + GROWTH_SHRINK);
  return Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, growth));
}
