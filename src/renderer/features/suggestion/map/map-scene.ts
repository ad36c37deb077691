import type { PotentialLevel } from '../../../../shared/domain/market/market.schema.ts';
import type { Landmarks } from '../../../../shared/domain/place/landmark.schema.ts';

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** The employers of a list on a map, in the order of its rows, whoever asked for it. */
export interface MapPoints {
  /** How many there are in the list, which may be more than there are points. */
  readonly eligible: number;
  readonly sirets: readonly string[];
  readonly lats: readonly number[];
  readonly lons: readonly number[];
  /** Null where nothing is computed. */
  readonly levels: readonly (PotentialLevel | null)[] | null;
  readonly retained: readonly string[];
}

/** An employer that the table or the pointer is on. */
export interface Spot {
  readonly key: string;
  /** Empty until it is known. */
  readonly name: string;
}

/** All that a map shows at one moment. */
export interface MapScene {
  readonly centre: Position & { readonly name: string };
  readonly radiusKm: number;
  readonly points: MapPoints | null;
  readonly landmarks: Landmarks | null;
  /** The row that is active in the table. */
  readonly active: Spot | null;
  /** What the pointer is over, on the map or in the table. */
  readonly pointed: Spot | null;
}

export const EMPTY_POINTS: MapPoints = { eligible: 0, sirets: [], lats: [], lons: [], levels: null, retained: [] };

/** How far around the names of communes are asked: few steps, so that a radius that moves asks nothing. */
const REACHES_KM = [80, 250, 1_000];

export function landmarkReach(radiusKm: number): number {
  return REACHES_KM.find((reach) => reach >= radiusKm * 3) ?? 1_000;
}
