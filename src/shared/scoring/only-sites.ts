import { at, MANY_SITES_BIT, siretAt, nafIndexOf, type EmployerColumns } from './employer-columns.ts';
import { rowOfSiret, toEngineColumns, type EngineColumns } from './engine-columns.ts';
import { layOutColumns } from './lay-out-columns.ts';

/**
 * The columns of some establishments alone, with the sectors and départements of all: a list of them is searched, counted
 * and drawn as any other. Who is not in the columns is left out.
 */
export function onlySites(columns: EngineColumns, sirets: Iterable<number>): EngineColumns {
  const rows = [...new Set(sirets)]
    .map((siret) => rowOfSiret(columns, siret))
    .filter((row) => row !== null)
    .sort((a, b) => siretAt(columns, a) - siretAt(columns, b));
  if (rows.length === columns.count) return columns;
  const { nafCodes, departements, forecastLow, forecastHigh } = columns;
  const forecastRows = forecastHigh.length === 0 ? [] : rows;
  const kept: EmployerColumns = layOutColumns({
    ...{ count: rows.length, nafCodes, departements },
    siret: Float64Array.from(rows, (row) => siretAt(columns, row)),
    naf: Uint32Array.from(rows, (row) => nafIndexOf(columns, row)),
    latMicro: Int32Array.from(rows, (row) => at(columns.latMicro, row)),
    lonMicro: Int32Array.from(rows, (row) => at(columns.lonMicro, row)),
    yearlyHires: Float32Array.from(rows, (row) => at(columns.yearlyHires, row)),
    forecastLow: Int32Array.from(forecastRows, (row) => at(forecastLow, row)),
    forecastHigh: Int32Array.from(forecastRows, (row) => at(forecastHigh, row)),
    // Whether an employer has others is told anew, among those that are kept.
    traits: Uint8Array.from(rows, (row) => at(columns.traits, row) & ~MANY_SITES_BIT),
    departement: Uint8Array.from(rows, (row) => at(columns.departement, row)),
  });
  return toEngineColumns(kept);
}
