import { HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import type { UnrankedReason } from '../../shared/domain/employer/employer.schema.ts';
import { displayName } from '../../shared/domain/employer/naming.rules.ts';
import type { EstablishmentRecord, HiresForecastRecord } from '../../shared/domain/dataset/reference-records.ts';
import { distanceMetres, type Position } from '../../shared/kernel/geo.ts';
import { departementOf } from '../../shared/domain/place/place-names.rules.ts';
import { GROUP_ORDER, NO_DEPARTEMENT, traitsOf, type EmployerColumns } from '../../shared/scoring/employer-columns.ts';
import { layOutColumns } from '../../shared/scoring/lay-out-columns.ts';

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
  const farthest = /^(?:973|98)/.test(record.communeCode) ? FARTHEST_IN_VAST_COMMUNE_M : FARTHEST_IN_COMMUNE_M;
  const isOwnCredible = own !== null && (communeCentre === null || distanceMetres(own, communeCentre) <= farthest);
  const position = isOwnCredible ? own : communeCentre;
  return {
    record,
    name: displayName(record),
    position,
    positionBasis: position === null ? 'none' : isOwnCredible ? 'establishment' : 'commune',
    unranked: record.unranked ?? (position === null ? 'no-position' : null),
    forecast,
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
    forecast: null,
  };
}

/** The ranked rows as columns. */
export function toEmployerColumns(rows: readonly EstablishmentRow[]): EmployerColumns {
  const ranked = rows.filter((row) => row.unranked === null);
  const nafCodes = [...new Set(ranked.map((row) => row.record.naf))].sort();
  const indexOfNaf = new Map(nafCodes.map((naf, index) => [naf, index]));
  const everyDepartement = [...new Set(ranked.map((row) => departementOf(row.record.communeCode)))].sort();
  // There are a hundred; what is beyond comes from codes that are none.
  const departements = everyDepartement.slice(0, NO_DEPARTEMENT);
  const indexOfDepartement = new Map(departements.map((code, index) => [code, index]));
  const forecasts = ranked.some(({ forecast }) => forecast !== null) ? ranked : [];
  return layOutColumns({
    count: ranked.length,
    nafCodes,
    departements,
    naf: Uint32Array.from(ranked, (row) => indexOfNaf.get(row.record.naf) ?? 0),
    siret: Float64Array.from(ranked, (row) => Number(row.record.siret)),
    latMicro: Int32Array.from(ranked, (row) => Math.round((row.position?.lat ?? 0) * 1e6)),
    lonMicro: Int32Array.from(ranked, (row) => Math.round((row.position?.lon ?? 0) * 1e6)),
    yearlyHires: Float32Array.from(ranked, ({ record, forecast }) =>
      forecast === null ? (record.yearlyHires ?? -1) : twelveMonthsOf(forecast),
    ),
    forecastLow: Int32Array.from(forecasts, ({ forecast }) => forecast?.low ?? -1),
    forecastHigh: Int32Array.from(forecasts, ({ forecast }) => forecast?.high ?? -1),
    traits: Uint8Array.from(ranked, ({ record, positionBasis }) =>
      traitsOf({
        band: HEADCOUNT_BANDS.indexOf(record.headcountBand),
        group: GROUP_ORDER.indexOf(record.group),
        isApproximate: positionBasis === 'commune',
      }),
    ),
    departement: Uint8Array.from(
      ranked,
      (row) => indexOfDepartement.get(departementOf(row.record.communeCode)) ?? NO_DEPARTEMENT,
    ),
  });
}

/** Twice what is expected in six months, to the hundredth: finer would say more than a forecast knows. */
function twelveMonthsOf({ expected }: HiresForecastRecord): number {
  return Math.round(expected * 200) / 100;
}
