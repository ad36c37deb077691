import type { EmployerGroup } from '../../src/shared/domain/employer/employer.schema.ts';
import { HEADCOUNT_BANDS, type HeadcountBand } from '../../src/shared/domain/employer/headcount.ts';
import { GROUP_ORDER, traitsOf } from '../../src/shared/scoring/employer-columns.ts';
import { toEngineColumns, type EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { layOutColumns } from '../../src/shared/scoring/lay-out-columns.ts';

/** What the engine knows of one establishment. */
export interface Establishment {
  readonly siret: string;
  readonly naf: string;
  readonly band: HeadcountBand;
  readonly group: EmployerGroup;
  readonly yearlyHires: number | null;
  readonly forecast: { readonly expected: number; readonly low: number; readonly high: number } | null;
  /** WGS84 in millionths of a degree, as the release keeps them. */
  readonly latMicro: number;
  readonly lonMicro: number;
  /** The centre of the commune stands for its position. */
  readonly isApproximate: boolean;
}

/** A bakery of Metz with three to five employees, unless told otherwise. */
export function anEstablishment(differences: Partial<Establishment> = {}): Establishment {
  return {
    siret: '30000791900013',
    naf: '1071C',
    band: '02',
    group: 'private',
    yearlyHires: null,
    forecast: null,
    latMicro: 49_110_800,
    lonMicro: 6_176_900,
    isApproximate: false,
    ...differences,
  };
}

/** The columns that a release would hold for these establishments, all of Moselle. */
export function columnsOf(establishments: readonly Establishment[]): EngineColumns {
  const nafCodes = [...new Set(establishments.map(({ naf }) => naf))].sort();
  const forecasts = establishments.some(({ forecast }) => forecast !== null) ? establishments : [];
  const whole = (of: (one: Establishment) => number): Int32Array => Int32Array.from(establishments, of);
  return toEngineColumns(
    layOutColumns({
      ...{ count: establishments.length, nafCodes, departements: ['57'] },
      siret: Float64Array.from(establishments, ({ siret }) => Number(siret)),
      naf: Uint32Array.from(establishments, ({ naf }) => nafCodes.indexOf(naf)),
      latMicro: whole(({ latMicro }) => latMicro),
      lonMicro: whole(({ lonMicro }) => lonMicro),
      yearlyHires: Float32Array.from(establishments, ({ yearlyHires, forecast }) =>
        forecast === null ? (yearlyHires ?? -1) : Math.round(forecast.expected * 200) / 100,
      ),
      forecastLow: Int32Array.from(forecasts, ({ forecast }) => forecast?.low ?? -1),
      forecastHigh: Int32Array.from(forecasts, ({ forecast }) => forecast?.high ?? -1),
      traits: Uint8Array.from(establishments, ({ band, group, isApproximate }) =>
        traitsOf({ band: HEADCOUNT_BANDS.indexOf(band), group: GROUP_ORDER.indexOf(group), isApproximate }),
      ),
      departement: new Uint8Array(establishments.length),
    }),
  );
}
