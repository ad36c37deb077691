/**
 * The records a reference release is made of, whatever they came from: adapters of public files and the demonstration
 * both produce them, the release writer takes nothing else.
 */
import type {
  ContactMode,
  EmployerGroup,
  HeadcountBand,
  UnrankedReason,
  PublishedContact,
} from '../employer/employer.schema.ts';
import type { MobilityKind } from '../occupation/occupation.schema.ts';

export interface OccupationRecord {
  readonly rome: string;
  readonly label: string;
}

export interface OccupationTitleRecord {
  readonly rome: string;
  /** Long double form: "Boulanger / Boulangère". */
  readonly title: string;
  readonly isPrincipal: boolean;
}

export interface OccupationTextRecord {
  readonly rome: string;
  readonly definition: string;
}

export interface MobilityRecord {
  readonly rome: string;
  readonly targetRome: string;
  readonly kind: MobilityKind;
}

export interface SectorRecord {
  readonly naf: string;
  readonly label: string;
}

/** Hires counted in a sector for an occupation, over the period of the source. */
export interface HirePairRecord {
  readonly rome: string;
  readonly naf: string;
  readonly hires: number;
}

export interface ContactModeRecord {
  /** NAF division, two digits. */
  readonly division: string;
  readonly rome: string;
  readonly mode: ContactMode;
}

export interface TensionRecord {
  readonly rome: string;
  readonly familyCode: string;
  readonly familyLabel: string;
  readonly percent: number;
}

/** One commune x postcode row. */
export interface PlaceRecord {
  readonly communeCode: string;
  readonly name: string;
  readonly postcode: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface EstablishmentRecord {
  readonly siret: string;
  readonly legalName: string;
  /** What is written on the door, when the source says so. */
  readonly sign: string | null;
  /** A person's name stands for the legal name: it is shown only where there is no sign and diffusion is allowed. */
  readonly isSoleTrader: boolean;
  readonly isDiffusible: boolean;
  readonly naf: string;
  readonly headcountBand: HeadcountBand;
  readonly address: string;
  readonly postcode: string;
  readonly communeCode: string;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Hires of the last twelve months when the source counts them. */
  readonly yearlyHires: number | null;
  /** Null where the source gives no way to reach it, or no column for one. */
  readonly publishedContact: PublishedContact | null;
  readonly group: EmployerGroup;
  /** Null when the establishment takes part in lists. `no-position` is decided by the writer, which knows the communes. */
  readonly unranked: UnrankedReason | null;
}

/** Hires that a structure forecasts for one of its employers from its own counts by month, all occupations. */
export interface HiresForecastRecord {
  readonly siret: string;
  /** First and last of the six months, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
  readonly expected: number;
  /** Whole hires: nine times in ten between these two, both included. */
  readonly low: number;
  readonly high: number;
}

/** Everything a release needs, grouped by source; iterables so that a large file is never held whole twice. */
export interface ReferenceRecords {
  readonly occupations: Iterable<OccupationRecord>;
  readonly titles: Iterable<OccupationTitleRecord>;
  readonly texts: Iterable<OccupationTextRecord>;
  readonly mobility: Iterable<MobilityRecord>;
  readonly sectors: Iterable<SectorRecord>;
  readonly hirePairs: Iterable<HirePairRecord>;
  readonly contactModes: Iterable<ContactModeRecord>;
  readonly tension: Iterable<TensionRecord>;
  readonly places: Iterable<PlaceRecord>;
  readonly establishments: Iterable<EstablishmentRecord>;
  readonly forecasts: Iterable<HiresForecastRecord>;
}
