import { at, nafIndexOf, type EmployerColumns } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import { rawInputsOf, type RawInputs } from './engines.ts';
import type { RankedEmployer } from './row-score.ts';

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

/** A list in some order, asked about a few of its employers. */
export interface OrderedList {
  /** From 1; null when the establishment is not in the list. */
  placeOf(siret: number): number | null;
  /** Those at most `reach` places away from a place, itself among them. */
  around(place: number, reach: number): readonly RankedEmployer[];
}

interface ShownList {
  readonly columns: EmployerColumns;
  /** By index of `nafCodes`. */
  readonly sectors: readonly (SectorPotential | null)[];
  readonly plain: OrderedList;
  /** The same employers in the order on screen. */
  readonly shown: OrderedList;
  /** Whether the search reached whole départements. */
  readonly isWider: boolean;
}

/** Null when the establishment is not in the list. */
export function shownPlace(list: ShownList, siret: number): ShownPlace | null {
  const { plain, shown } = list;
  const [rank, position] = [plain.placeOf(siret), shown.placeOf(siret)];
  if (rank === null || position === null) return null;
  const beside = [...plain.around(rank, PLAIN_NEIGHBOURS), ...shown.around(position, SHOWN_NEIGHBOURS)];
  const rows = new Map(beside.map((employer) => [employer.siret, employer]));
  const employer = rows.get(siret) as RankedEmployer;
  rows.delete(siret);
  return {
    ...{ employer, rank, position },
    inputs: placedInputsOf(list, employer),
    neighbours: [...rows.values()]
      .map((neighbour) => ({
        ...placedInputsOf(list, neighbour),
        score: neighbour.score,
        rank: plain.placeOf(neighbour.siret) as number,
        position: shown.placeOf(neighbour.siret) as number,
      }))
      .sort((a, b) => a.rank - b.rank),
  };
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
