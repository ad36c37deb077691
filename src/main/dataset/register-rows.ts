import type { HiresForecastRecord } from '../../shared/domain/dataset/reference-records.ts';
import { RANKED, type RegisterColumns } from '../import/import.use-cases.ts';
import { departementOf } from '../../shared/domain/place/place-names.rules.ts';
import type { Position } from '../../shared/kernel/geo.ts';
import { NO_DEPARTEMENT, traitsOf, type EmployerColumns } from '../../shared/scoring/employer-columns.ts';
import { layOutColumns } from '../../shared/scoring/lay-out-columns.ts';
import { isSurelyNear, placeOf } from './establishment-rows.ts';

/** What is known beside the register: centres of communes, and forecasts by SIRET. */
export interface RegisterContext {
  readonly centreOf: (communeCode: string) => Position | null;
  readonly forecasts: ReadonlyMap<number, HiresForecastRecord>;
  /** SIRETs that another one behind the same door stands for. */
  readonly sameDoor: ReadonlySet<number>;
}

/** The establishments of a register that lists may hold, placed, as the engine wants them. */
export function toEmployerColumns(register: RegisterColumns, context: RegisterContext): EmployerColumns {
  const placed = placeRows(register, context);
  const { count, row: rowOf } = placed;
  const nafs = used(register.nafCodes, rowOf, count, register.naf, (code) => code);
  // There are a hundred départements; what is beyond comes from codes that are none.
  const departements = used(register.communeCodes, rowOf, count, register.commune, departementOf);
  const naf = new Uint32Array(count);
  const siret = new Float64Array(count);
  const yearlyHires = new Float32Array(count);
  const departement = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const row = rowOf[index] as number;
    naf[index] = nafs.place[register.naf[row] as number] as number;
    siret[index] = register.siret[row] as number;
    yearlyHires[index] = register.yearlyHires[row] as number;
    departement[index] = Math.min(NO_DEPARTEMENT, departements.place[register.commune[row] as number] as number);
  }
  return layOutColumns({
    ...{ count, siret, naf, yearlyHires, departement },
    nafCodes: nafs.codes,
    departements: departements.codes.slice(0, NO_DEPARTEMENT),
    latMicro: placed.latMicro.slice(0, count),
    lonMicro: placed.lonMicro.slice(0, count),
    traits: placed.traits.slice(0, count),
    ...withForecasts(siret, yearlyHires, context.forecasts),
  });
}

interface PlacedRows {
  readonly count: number;
  /** Of each, its row in the register. */
  readonly row: Uint32Array;
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  readonly traits: Uint8Array;
}

function placeRows(
  register: RegisterColumns,
  { centreOf, sameDoor }: Pick<RegisterContext, 'centreOf' | 'sameDoor'>,
): PlacedRows {
  const { siret, unranked, lat, lon, commune, band, group, communeCodes } = register;
  const centres = communeCodes.map(centreOf);
  const centreLat = Float64Array.from(centres, (centre) => centre?.lat ?? NaN);
  const centreLon = Float64Array.from(centres, (centre) => centre?.lon ?? NaN);
  const rowOf = new Uint32Array(register.count);
  const latMicro = new Int32Array(register.count);
  const lonMicro = new Int32Array(register.count);
  const traits = new Uint8Array(register.count);
  let count = 0;
  for (let row = 0; row < register.count; row += 1) {
    if (unranked[row] !== RANKED || sameDoor.has(siret[row] as number)) continue;
    const of = commune[row] as number;
    let north = lat[row] as number;
    let east = lon[row] as number;
    let isApproximate = false;
    if (!isSurelyNear(north - (centreLat[of] as number), east - (centreLon[of] as number))) {
      const own = Number.isNaN(north) || Number.isNaN(east) ? null : { lat: north, lon: east };
      const { position, isOwn } = placeOf(own, communeCodes[of] as string, centres[of] as Position | null);
      if (position === null) continue;
      north = position.lat;
      east = position.lon;
      isApproximate = !isOwn;
    }
    rowOf[count] = row;
    latMicro[count] = Math.round(north * 1e6);
    lonMicro[count] = Math.round(east * 1e6);
    traits[count] = traitsOf({ band: band[row] as number, group: group[row] as number, isApproximate });
    count += 1;
  }
  return { count, row: rowOf, latMicro, lonMicro, traits };
}

/** The names that rows have, sorted, and the place of each code's name among them. */
function used(
  codes: readonly string[],
  rowOf: Uint32Array,
  count: number,
  column: Uint16Array | Uint32Array,
  nameOf: (code: string) => string,
): { readonly codes: readonly string[]; readonly place: Uint32Array } {
  const isUsed = new Uint8Array(codes.length);
  for (let index = 0; index < count; index += 1) isUsed[column[rowOf[index] as number] as number] = 1;
  const names = codes.map(nameOf);
  const kept = [...new Set(names.filter((_, index) => isUsed[index] === 1))].sort();
  const placeOfName = new Map(kept.map((name, place) => [name, place]));
  return { codes: kept, place: Uint32Array.from(names, (name) => placeOfName.get(name) ?? 0) };
}

/** Bounds of what is forecast, and twice the six months forecast in place of what was counted. */
function withForecasts(
  siret: Float64Array,
  yearlyHires: Float32Array,
  forecasts: ReadonlyMap<number, HiresForecastRecord>,
): { readonly forecastLow: Int32Array; readonly forecastHigh: Int32Array } {
  const forecastLow = new Int32Array(forecasts.size === 0 ? 0 : siret.length).fill(-1);
  const forecastHigh = new Int32Array(forecastLow.length).fill(-1);
  let found = 0;
  for (let row = 0; row < forecastLow.length; row += 1) {
    const forecast = forecasts.get(siret[row] as number);
    if (forecast === undefined) continue;
    found += 1;
    yearlyHires[row] = twelveMonthsOf(forecast);
    forecastLow[row] = forecast.low;
    forecastHigh[row] = forecast.high;
  }
  return found === 0
    ? { forecastLow: new Int32Array(0), forecastHigh: new Int32Array(0) }
    : { forecastLow, forecastHigh };
}

/** Twice what is expected in six months, to the hundredth: finer would say more than a forecast knows. */
function twelveMonthsOf({ expected }: HiresForecastRecord): number {
  return Math.round(expected * 200) / 100;
}
