import type { Evidence } from './evidence.rules.ts';
import { LEAST_GROUP, sectorOf, type CountedEmployer, type CountTable } from './forecast.ts';

/** Hires a cell must have for its own mean to count as much as what its margins say of it. */
const CELL_SHRINK = 25;
/** Bounds of how alike the employers of a size are taken to be (the shape of a gamma law). */
const LEAST_SHAPE = 0.15;
const MOST_SHAPE = 50;

/**
 * Hires a month, in ordinary times, of an employer of a sector, a size and a département: a mean by size, times what the
 * sector and the département depart from it, corrected by sector × size and sector × size × département where enough
 * was counted.
 */
export interface Cells {
  /** Of all employers: where a size was never seen. */
  readonly mean: number;
  readonly sizes: ReadonlyMap<string, number>;
  readonly sectors: ReadonlyMap<string, number>;
  readonly departements: ReadonlyMap<string, number>;
  /** By sector and size, then by sector, size and département: factors on what the margins say. */
  readonly corrections: ReadonlyMap<string, number>;
  /** By size, how alike employers are: the shape of the gamma law of their levels around the mean of their cell. */
  readonly shapes: ReadonlyMap<string, number>;
}

type Keys = Pick<CountedEmployer, 'naf' | 'size' | 'departement'>;

export function cellsOf({ employers }: CountTable, evidence: Evidence): Cells {
  const sum = (key: (employer: Keys) => string, usual: (employer: Keys) => number): ReadonlyMap<string, Sums> => {
    const sums = new Map<string, Sums>();
    employers.forEach((employer, index) => {
      const found = sums.get(key(employer)) ?? { employers: 0, hires: 0, usual: 0 };
      found.employers += 1;
      found.hires += evidence.hires[index] as number;
      found.usual += (evidence.exposure[index] as number) * usual(employer);
      sums.set(key(employer), found);
    });
    return sums;
  };
  const total = sum(
    () => '',
    () => 1,
  ).get('');
  const mean = total === undefined || total.hires === 0 ? 0 : total.hires / total.usual;
  const bySizes = sum(
    ({ size }) => size,
    () => mean,
  );
  const sizes = withNeighbours(
    enough(bySizes, (sums) => mean * factorOf(sums)),
    bySizes.keys(),
    mean,
  );
  const bySize: Cells = { mean, sizes, ...NO_FACTORS };
  const sectors = enough(sum(sectorOf, (employer) => cellMean(bySize, employer)));
  const bySector: Cells = { ...bySize, sectors };
  const departements = enough(
    sum(
      ({ departement }) => departement,
      (employer) => cellMean(bySector, employer),
    ),
  );
  const margins: Cells = { ...bySector, departements };
  const pairs = enough(sum(pairKey, (employer) => cellMean(margins, employer)));
  const withPairs: Cells = { ...margins, corrections: pairs };
  const triples = enough(sum(tripleKey, (employer) => cellMean(withPairs, employer)));
  const cells: Cells = { ...margins, corrections: new Map([...pairs, ...triples]) };
  return { ...cells, shapes: likenessOf(employers, evidence, cells) };
}

/** The mean of the cell of an employer; of the margins alone where the cell is too small. */
export function cellMean(cells: Cells, employer: Keys): number {
  return (
    (cells.sizes.get(employer.size) ?? cells.mean) *
    (cells.sectors.get(sectorOf(employer)) ?? 1) *
    (cells.departements.get(employer.departement) ?? 1) *
    (cells.corrections.get(pairKey(employer)) ?? 1) *
    (cells.corrections.get(tripleKey(employer)) ?? 1)
  );
}

const NO_FACTORS = { sectors: new Map(), departements: new Map(), corrections: new Map(), shapes: new Map() };

interface Sums {
  employers: number;
  hires: number;
  /** What was to be expected of them. */
  usual: number;
}

function pairKey(employer: Keys): string {
  return `${sectorOf(employer)}/${employer.size}`;
}

function tripleKey(employer: Keys): string {
  return `${pairKey(employer)}/${employer.departement}`;
}

function factorOf({ hires, usual }: Sums): number {
  return (hires + CELL_SHRINK) / (usual + CELL_SHRINK);
}

function enough(
  sums: ReadonlyMap<string, Sums>,
  value: (sums: Sums) => number = factorOf,
): ReadonlyMap<string, number> {
  const large = [...sums].filter(([, { employers }]) => employers >= LEAST_GROUP);
  return new Map(large.map(([key, found]) => [key, value(found)]));
}

/** A size without a figure takes that of the size before it: bands are in order, and the next one is the nearest known. */
function withNeighbours(
  known: ReadonlyMap<string, number>,
  seen: Iterable<string>,
  otherwise: number,
): ReadonlyMap<string, number> {
  let last = otherwise;
  return new Map(
    [...seen].sort().map((size) => {
      last = known.get(size) ?? last;
      return [size, last];
    }),
  );
}

/**
 * By moments: what the squared distances of employers to the mean of their cell leave once the chance of a Poisson count
 * is taken off, over the squared means, is the inverse of the shape.
 */
function likenessOf(
  employers: readonly CountedEmployer[],
  evidence: Evidence,
  cells: Cells,
): ReadonlyMap<string, number> {
  const sums = new Map<string, { employers: number; beyond: number; squares: number }>();
  employers.forEach((employer, index) => {
    const usual = cellMean(cells, employer) * (evidence.exposure[index] as number);
    const found = sums.get(employer.size) ?? { employers: 0, beyond: 0, squares: 0 };
    found.employers += 1;
    found.beyond += ((evidence.hires[index] as number) - usual) ** 2 - (evidence.variance[index] as number);
    found.squares += usual * usual;
    sums.set(employer.size, found);
  });
  const large = [...sums].filter(([, { employers: count }]) => count >= LEAST_GROUP);
  const shapes = large.map(([size, { beyond, squares }]): readonly [string, number] => [
    size,
    beyond <= 0 ? MOST_SHAPE : Math.min(MOST_SHAPE, Math.max(LEAST_SHAPE, squares / beyond)),
  ]);
  return withNeighbours(new Map(shapes), sums.keys(), 1);
}
