import { at, nafIndexOf, type EmployerColumns } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import { rawInputsOf, type RawInputs } from './engines.ts';
import type { RankedEmployer } from './rank-employers.ts';

/** The inputs of a row with its position, so that its distance is computed again too. */
export interface PlacedInputs extends RawInputs {
  /** WGS84 in millionths of a degree. */
  readonly latMicro: number;
  readonly lonMicro: number;
  /** Where the search reached whole départements. */
  readonly departement?: string | undefined;
}

/** A row of a list, with its places in both orders, counted from 1. */
export interface ShownRow extends PlacedInputs {
  readonly score: number;
  /** In the plain order. */
  readonly rank: number;
  /** In the order on screen. */
  readonly position: number;
}

/** Where an employer stood when somebody decided, and who stood beside it. */
export interface ShownPlace {
  readonly employer: RankedEmployer;
  readonly rank: number;
  readonly position: number;
  readonly inputs: PlacedInputs;
  /** In plain order. */
  readonly neighbours: readonly ShownRow[];
}

/** Rows kept on each side, in the plain order and in the one on screen: enough to see that the order was this one. */
export const PLAIN_NEIGHBOURS = 3;
export const SHOWN_NEIGHBOURS = 2;

interface ShownList {
  readonly columns: EmployerColumns;
  /** By index of `nafCodes`. */
  readonly sectors: readonly (SectorPotential | null)[];
  readonly plain: readonly RankedEmployer[];
  /** The same employers in the order on screen. */
  readonly shown: readonly RankedEmployer[];
  /** Whether the search reached whole départements. */
  readonly isWider: boolean;
}

/** Null when the establishment is not in the list. */
export function shownPlace(list: ShownList, siret: number): ShownPlace | null {
  const { plain, shown } = list;
  const employer = plain.find((candidate) => candidate.siret === siret);
  if (employer === undefined) return null;
  const [rank, position] = [plain.indexOf(employer), shown.indexOf(employer)];
  const beside = new Set([...around(plain, rank, PLAIN_NEIGHBOURS), ...around(shown, position, SHOWN_NEIGHBOURS)]);
  beside.delete(employer);
  return {
    employer,
    rank: rank + 1,
    position: position + 1,
    inputs: placedInputsOf(list, employer),
    neighbours: [...beside]
      .map((neighbour) => ({
        ...placedInputsOf(list, neighbour),
        score: neighbour.score,
        rank: plain.indexOf(neighbour) + 1,
        position: shown.indexOf(neighbour) + 1,
      }))
      .sort((a, b) => a.rank - b.rank),
  };
}

function around(order: readonly RankedEmployer[], index: number, reach: number): readonly RankedEmployer[] {
  return order.slice(Math.max(0, index - reach), index + reach + 1);
}

function placedInputsOf({ columns, sectors, isWider }: ShownList, { row, distanceM }: RankedEmployer): PlacedInputs {
  const sector = sectors[nafIndexOf(columns, row)];
  if (sector === null || sector === undefined) throw new Error('A listed employer has a sector that takes part.');
  return {
    ...rawInputsOf(columns, row, sector, distanceM),
    latMicro: at(columns.latMicro, row),
    lonMicro: at(columns.lonMicro, row),
    ...(isWider ? { departement: columns.departements[at(columns.departement, row)] ?? '' } : {}),
  };
}
