import type { UnrankedReason } from '../../shared/domain/employer/employer.schema.ts';
import { displayName } from '../../shared/domain/employer/naming.rules.ts';
import type { EstablishmentRecord, HiresForecastRecord } from '../../shared/domain/dataset/reference-records.ts';
import { distanceMetres, type Position } from '../../shared/kernel/geo.ts';

/** An establishment as the release holds it: named, placed, and standing where it stands. */
export interface EstablishmentRow {
  readonly record: EstablishmentRecord;
  /** Null when nothing may be shown: the interface then says the sector. */
  readonly name: string | null;
  readonly position: Position | null;
  readonly positionBasis: 'establishment' | 'commune' | 'none';
  readonly unranked: UnrankedReason | null;
  /** What is expected of it in the six months to come, when a structure forecasts hires. */
  readonly forecast: HiresForecastRecord | null;
}

/**
 * A point this far from its commune's centre is a mistake of the source: the centre of the commune is truer. No commune
 * of the mainland reaches 60 km; those of Guyane (Maripasoula, Régina) and of the Pacific, with their islets, do.
 */
const FARTHEST_IN_COMMUNE_M = 60_000;
const FARTHEST_IN_VAST_COMMUNE_M = 150_000;

export function toEstablishmentRow(
  record: EstablishmentRecord,
  communeCentre: Position | null,
  forecast: HiresForecastRecord | null = null,
): EstablishmentRow {
  if (!record.isDiffusible) return withheld(record);
  const own = record.lat === null || record.lon === null ? null : { lat: record.lat, lon: record.lon };
  const { position, isOwn } = placeOf(own, record.communeCode, communeCentre);
  return {
    record,
    name: displayName(record),
    position,
    positionBasis: position === null ? 'none' : isOwn ? 'establishment' : 'commune',
    unranked: record.unranked ?? (position === null ? 'no-position' : null),
    forecast,
  };
}

/** What is left of an establishment that opposed diffusion: it is counted, and nothing here names or locates it. */
function withheld(record: EstablishmentRecord): EstablishmentRow {
  return {
    record: { ...record, legalName: '', sign: null, address: '', lat: null, lon: null, publishedContact: null },
    name: null,
    position: null,
    positionBasis: 'none',
    unranked: 'non-diffusible',
    forecast: null,
  };
}

/** A row of a register where lists place it: null where nobody knows. */
export interface Placed {
  readonly position: Position | null;
  readonly isOwn: boolean;
}

export function placeOf(own: Position | null, communeCode: string, centre: Position | null): Placed {
  const isOwn = own !== null && (centre === null || isNear(own, centre, communeCode));
  return { position: isOwn ? own : centre, isOwn };
}

/** Whether a position is so near the centre of its commune, by differences in degrees, that nothing needs to be measured. */
export function isSurelyNear(north: number, east: number): boolean {
  return Math.abs(north) < NEAR_DEGREES && Math.abs(east) < NEAR_DEGREES;
}

/** 0.35° is at most 39 km each way, and 56 km across both. */
const NEAR_DEGREES = 0.35;

function isNear(own: Position, centre: Position, communeCode: string): boolean {
  const farthest = /^(?:973|98)/.test(communeCode) ? FARTHEST_IN_VAST_COMMUNE_M : FARTHEST_IN_COMMUNE_M;
  return distanceMetres(own, centre) <= farthest;
}
