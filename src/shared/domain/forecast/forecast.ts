/** How far ahead a forecast goes, and the period that everything is compared over. */
export const HORIZON_MONTHS = 6;

/**
 * A group of fewer employers keeps no figure of its own in a model: what is kept must not be the hires of one of them.
 */
export const LEAST_GROUP = 5;

/** One establishment whose hires are counted month by month. */
export interface CountedEmployer {
  readonly siret: string;
  /** NAF class; its division is the sector of a forecast. */
  readonly naf: string;
  /** INSEE headcount band, and the least number of employees that it stands for; null when it is not known. */
  readonly size: string;
  readonly heads: number | null;
  readonly departement: string;
  /** The month in which it opened (see month.rules.ts); null: before the first month counted. */
  readonly opened: number | null;
}

/**
 * Hires of every establishment in every month, one row after the other: those of employer `i` in month `t` are
 * `hires[i * months + t]`. Employers stand by SIRET, so that no answer depends on the order of a file.
 */
export interface CountTable {
  readonly employers: readonly CountedEmployer[];
  readonly firstMonth: number;
  readonly months: number;
  readonly hires: Int32Array;
}

/**
 * What is expected of every employer of a table, as negative binomial laws: mean, and size (variance = mean + mean² ÷
 * size; an infinite size is a Poisson law).
 */
export interface Forecast {
  readonly expected: Float64Array;
  readonly size: Float64Array;
}

/** The sector of a forecast: the NAF division. */
export function sectorOf(employer: Pick<CountedEmployer, 'naf'>): string {
  return employer.naf.slice(0, 2);
}

/** Hires in the six months that begin at month `from`. */
export function windowHires({ hires, months }: CountTable, employer: number, from: number): number {
  let sum = 0;
  for (let month = from; month < from + HORIZON_MONTHS; month += 1) sum += hires[employer * months + month] ?? 0;
  return sum;
}

/** The same for all of them: what a forecast made at `from` is compared with. */
export function outcomesOf(table: CountTable, from: number): Float64Array {
  return Float64Array.from(table.employers, (_, employer) => windowHires(table, employer, from));
}

/** Runs steps to their end, without a pause. */
export function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
