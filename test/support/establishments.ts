import { toEmployerColumns, type EstablishmentRow } from '../../src/main/dataset/establishment-rows.ts';
import type { EmployerGroup } from '../../src/shared/domain/employer/employer.schema.ts';
import type { HeadcountBand } from '../../src/shared/domain/employer/headcount.ts';
import { toEngineColumns, type EngineColumns } from '../../src/shared/scoring/engine-columns.ts';

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

/** The columns that a release would hold for these establishments. */
export function columnsOf(establishments: readonly Establishment[]): EngineColumns {
  return toEngineColumns(toEmployerColumns(establishments.map(toRow)));
}

function toRow(establishment: Establishment): EstablishmentRow {
  const { siret, naf, band, group, yearlyHires, forecast, latMicro, lonMicro, isApproximate } = establishment;
  const position = { lat: latMicro / 1e6, lon: lonMicro / 1e6 };
  const record = {
    siret,
    legalName: 'AUX BLES D OR',
    sign: null,
    isSoleTrader: false,
    isDiffusible: true,
    naf,
    headcountBand: band,
    address: '',
    postcode: '57000',
    communeCode: '57463',
    ...position,
    yearlyHires,
    group,
    unranked: null,
  };
  return {
    ...{ record, name: null, position, positionBasis: isApproximate ? 'commune' : 'establishment', unranked: null },
    forecast: forecast === null ? null : { siret, from: '2026-01', to: '2026-06', ...forecast },
  };
}
