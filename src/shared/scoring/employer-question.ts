import type { Position } from '../kernel/geo.ts';

/** What one sector brings to the occupations searched; null sectors take no part. */
export interface SectorPotential {
  readonly affinity: number;
  readonly yearlyEntryRate: number | null;
}

export interface EmployerQuestion {
  readonly centre: Position;
  readonly radiusM: number;
  /** Codes: what lies in one of them is reached however far, beside what is within the radius. */
  readonly departements: ReadonlySet<string>;
  /** By index of `nafCodes`. */
  readonly sectors: readonly (SectorPotential | null)[];
  /** Index in GROUP_ORDER. */
  readonly group: number;
  /** Bit masks over SECTION_CODES and SIZE_CLASSES; 0 keeps all. */
  readonly sectionMask: number;
  readonly sizeMask: number;
  /** SIRETs that count for nothing, closed for example: another site of the same employer may take their place. */
  readonly hiddenSites: ReadonlySet<number>;
  /** Employers that do not come back, whatever the site: as in the column `legalUnit`. */
  readonly setAsideUnits: ReadonlySet<number>;
}
