import { HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import type { UnrankedReason } from '../../shared/domain/employer/employer.schema.ts';
import { displayName } from '../../shared/domain/employer/naming.rules.ts';
import type { EstablishmentRecord } from '../../shared/domain/dataset/reference-records.ts';
import { distanceMetres, type Position } from '../../shared/kernel/geo.ts';
import { GROUP_ORDER, type EmployerColumns } from '../../shared/scoring/employer-columns.ts';

/** An establishment as the release holds it: named, placed, and standing where it stands. */
export interface EstablishmentRow {
  readonly record: EstablishmentRecord;
  /** Null when nothing may be shown: the interface then says the sector. */
  readonly name: string | null;
  readonly position: Position | null;
  readonly positionBasis: 'establishment' | 'commune' | 'none';
  readonly unranked: UnrankedReason | null;
}

/**
 * A point this far from its commune's centre is a mistake of the source: the centre of the commune is truer. No commune
 * of the mainland reaches 60 km; those of Guyane (Maripasoula, Régina) and of the Pacific, with their islets, do.
 */
const FARTHEST_IN_COMMUNE_M = 60_000;
const FARTHEST_IN_VAST_COMMUNE_M = 150_000;

export function toEstablishmentRow(record: EstablishmentRecord, communeCentre: Position | null): EstablishmentRow {
  if (!record.isDiffusible) return withheld(record);
  const own = record.lat === null || record.lon === null ? null : { lat: record.lat, lon: record.lon };
  const farthest = /^(?:973|98)/.test(record.communeCode) ? FARTHEST_IN_VAST_COMMUNE_M : FARTHEST_IN_COMMUNE_M;
  const isOwnCredible = own !== null && (communeCentre === null || distanceMetres(own, communeCentre) <= farthest);
  const position = isOwnCredible ? own : communeCentre;
  return {
    record,
    name: displayName(record),
    position,
    positionBasis: position === null ? 'none' : isOwnCredible ? 'establishment' : 'commune',
    unranked: record.unranked ?? (position === null ? 'no-position' : null),
  };
}

/** What is left of an establishment that opposed diffusion: it is counted, and nothing here names or locates it. */
function withheld(record: EstablishmentRecord): EstablishmentRow {
  return {
    record: { ...record, legalName: '', sign: null, address: '', lat: null, lon: null },
    name: null,
    position: null,
    positionBasis: 'none',
    unranked: 'non-diffusible',
  };
}

/** The ranked rows as columns, by sector then SIRET. */
export function toEmployerColumns(rows: readonly EstablishmentRow[]): EmployerColumns {
  const ranked = rows
    .filter((row) => row.unranked === null)
    .sort((a, b) => compare(a.record.naf, b.record.naf) || compare(a.record.siret, b.record.siret));
  const nafCodes = [...new Set(ranked.map((row) => row.record.naf))];
  const nafStart = new Uint32Array(nafCodes.length + 1).fill(ranked.length);
  const indexOfNaf = new Map(nafCodes.map((naf, index) => [naf, index]));
  for (let row = ranked.length - 1; row >= 0; row -= 1) {
    nafStart[indexOfNaf.get((ranked[row] as EstablishmentRow).record.naf) as number] = row;
  }
  return {
    count: ranked.length,
    nafCodes,
    nafStart,
    siret: Float64Array.from(ranked, (row) => Number(row.record.siret)),
    latMicro: Int32Array.from(ranked, (row) => Math.round((row.position?.lat ?? 0) * 1e6)),
    lonMicro: Int32Array.from(ranked, (row) => Math.round((row.position?.lon ?? 0) * 1e6)),
    yearlyHires: Int32Array.from(ranked, (row) => row.record.yearlyHires ?? -1),
    band: Uint8Array.from(ranked, (row) => HEADCOUNT_BANDS.indexOf(row.record.headcountBand)),
    group: Uint8Array.from(ranked, (row) => GROUP_ORDER.indexOf(row.record.group)),
    isApproximate: Uint8Array.from(ranked, (row) => (row.positionBasis === 'commune' ? 1 : 0)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
