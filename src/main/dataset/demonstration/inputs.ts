/** What the demonstration is made from: one file of real geography and three files written by the project. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ContactMode } from '../../../shared/domain/employer/employer.schema.ts';
import type { HeadcountBand } from '../../../shared/domain/employer/headcount.ts';
import type { MobilityKind } from '../../../shared/domain/occupation/occupation.schema.ts';

/** code, name, departement, postcodes, lat, lon, population. */
export type CommuneRow = readonly [string, string, string, readonly string[], number, number, number];

export interface GeographySource {
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly vintage: string;
  readonly package: string;
  readonly attribution: string;
  readonly link: string;
}

/** `out/resources/geography.json`, made by scripts/build-geography.mjs. */
export interface Geography {
  readonly formatVersion: 1;
  readonly sources: readonly GeographySource[];
  readonly communes: { readonly columns: readonly string[]; readonly rows: readonly CommuneRow[] };
  /** code, name, region, zone (`metro`, `drom` or `com`). */
  readonly departements: readonly (readonly [string, string, string, string])[];
  /** code, name, zone. */
  readonly regions: readonly (readonly [string, string, string])[];
  /** NAF class, label. */
  readonly sectors: readonly (readonly [string, string])[];
}

export interface AuthoredOccupation {
  readonly rome: string;
  readonly label: string;
  /** The first one is the principal title. */
  readonly titles: readonly string[];
  readonly definition: string;
  readonly neighbours: readonly { readonly rome: string; readonly kind: MobilityKind }[];
  readonly contact: readonly { readonly mode: ContactMode; readonly divisions: readonly string[] }[];
  /** NAF class, and how many of a thousand hires of that class are for this occupation. */
  readonly affinities: readonly (readonly [string, number])[];
}

/** `resources/demo/occupations.json`. */
export interface AuthoredOccupations {
  readonly occupations: readonly AuthoredOccupation[];
  readonly tension: readonly {
    readonly code: string;
    readonly label: string;
    readonly percent: number;
    readonly romes: readonly string[];
  }[];
}

export interface NameFamily {
  /** Templates; see naming.ts for the words between braces. */
  readonly names: readonly string[];
  readonly soleTraderPercent?: number;
  readonly associationPercent?: number;
  readonly publicPercent?: number;
  readonly publicCategory?: string;
  /** INSEE legal category of every establishment of the family. */
  readonly legalCategory?: string;
  /** On an industrial estate rather than in a street. */
  readonly isOutOfTown?: boolean;
}

/** `resources/demo/names.json`. */
export interface AuthoredNames {
  readonly surnames: readonly string[];
  readonly firstNames: readonly string[];
  readonly nature: readonly string[];
  readonly spots: readonly string[];
  readonly streets: readonly string[];
  readonly zones: readonly string[];
  readonly families: Readonly<Record<string, NameFamily>>;
}

export interface AuthoredSector {
  readonly naf: string;
  readonly family: string;
  /** How frequent its establishments are, against the other sectors. */
  readonly weight: number;
  readonly size: string;
  /** Hires of a year for a hundred employees. */
  readonly turnoverPercent: number;
  /** Hires of the whole sector, for the share of each occupation. */
  readonly hires: number;
  /** At least one in every town of 20,000. */
  readonly everywhere?: boolean;
  /** At most one in a commune. */
  readonly once?: boolean;
  readonly minPopulation?: number;
  readonly maxPopulation?: number;
  readonly departements?: readonly string[];
}

/** `resources/demo/sectors.json`. */
export interface AuthoredSectors {
  readonly sizes: Readonly<Record<string, readonly (readonly [HeadcountBand, number])[]>>;
  readonly sectors: readonly AuthoredSector[];
}

export interface DemonstrationInputs {
  readonly geography: Geography;
  readonly occupations: AuthoredOccupations;
  readonly names: AuthoredNames;
  readonly sectors: AuthoredSectors;
}

/**
 * Reads the four files. They are the project's own, made or checked at build (the tests of this folder read them all):
 * a fault in one of them is a bug, so they are not validated again each time the application starts.
 */
export async function readDemonstrationInputs(from: {
  readonly demoDir: string;
  readonly geographyFile: string;
}): Promise<DemonstrationInputs> {
  const [geography, occupations, names, sectors] = await Promise.all([
    readJson<Geography>(from.geographyFile),
    readJson<AuthoredOccupations>(path.join(from.demoDir, 'occupations.json')),
    readJson<AuthoredNames>(path.join(from.demoDir, 'names.json')),
    readJson<AuthoredSectors>(path.join(from.demoDir, 'sectors.json')),
  ]);
  return { geography, occupations, names, sectors };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
