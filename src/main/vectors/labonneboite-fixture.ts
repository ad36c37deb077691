import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EstablishmentRecord, PlaceRecord } from '../../shared/domain/dataset/reference-records.ts';
import { HEADCOUNT_BANDS, type HeadcountBand } from '../../shared/domain/employer/headcount.ts';
import { standingOf } from '../../shared/domain/employer/standing.rules.ts';
import type { EmployerPage, EmployerPageQuery } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { publishRecords, recordsOf } from '../dataset/copy-release.use-cases.ts';
import { openCurrentRelease, type Release } from '../dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../employer/employer.use-cases.ts';
import { makeOccupationUseCases } from '../occupation/occupation.use-cases.ts';
import { makePlaceUseCases } from '../place/place.use-cases.ts';
import { makeSuggestionUseCases, NOBODY_LEFT_OUT, takesPart } from '../suggestion/suggestion.use-cases.ts';
import type { SearchInput } from './labonneboite-search.ts';
import type { Vector } from './verdict.ts';

export interface FixtureOffice {
  readonly siret: string;
  readonly naf: string;
  readonly score: number;
  /** Hires expected over six months. */
  readonly hiring: number;
  readonly headcount: number;
  readonly company_name?: string;
  readonly locations: readonly { readonly lat: number; readonly lon: number }[];
  readonly scores_by_rome: Readonly<Record<string, number>>;
}

interface FixtureFile {
  readonly positions: Readonly<
    Record<
      string,
      {
        readonly coords: readonly { lat: number; lon: number }[];
        readonly zip_code: string;
        readonly commune_id: string;
      }
    >
  >;
  readonly offices: readonly FixtureOffice[];
}

/** The fictitious offices of the search rows as a release, with the sectors and hires of the real one. */
export interface SearchFixture {
  readonly offices: ReadonlyMap<string, FixtureOffice>;
  ask(query: EmployerPageQuery): EmployerPage;
  placeOf(input: SearchInput): string;
  takesPart(naf: string, rome: string): boolean;
  close(): void;
}

export async function openFixture(
  file: string,
  vectors: readonly Vector[],
  real: Release,
  now: number,
): Promise<SearchFixture> {
  const { positions, offices } = JSON.parse(readFileSync(file, 'utf8')) as FixtureFile;
  const folder = mkdtempSync(join(tmpdir(), 'vav-fixture-'));
  const centres = new Map(
    vectors
      .map(({ input }) => input as SearchInput)
      .filter(({ latitude }) => latitude !== undefined)
      .map((input, index) => [pointKey(input), { input, code: `99${String(index).padStart(3, '0')}` }]),
  );
  const places: PlaceRecord[] = [
    ...Object.entries(positions).map(([name, { coords, zip_code, commune_id }]) =>
      place(commune_id, name, zip_code, coords[0] ?? { lat: 0, lon: 0 }),
    ),
    ...[...centres.values()].map(({ input, code }) =>
      place(code, code, '99999', { lat: input.latitude ?? 0, lon: input.longitude ?? 0 }),
    ),
  ];
  await publishRecords(folder, { ...recordsOf(real), places, establishments: offices.map(toRecord) }, now);
  const release = openCurrentRelease(folder);
  const current = (): Release => release;
  const suggestions = makeSuggestionUseCases(current, {
    employers: makeEmployerUseCases(current),
    occupations: makeOccupationUseCases(current),
    places: makePlaceUseCases(current),
    leftOut: () => NOBODY_LEFT_OUT,
    contactsHere: () => [],
  });
  return {
    offices: new Map(offices.map((office) => [office.siret, office])),
    ask: (query) => suggestions.employers(query),
    placeOf: (input) => input.commune_id ?? centres.get(pointKey(input))?.code ?? '',
    takesPart: (naf, rome) => takesPart(release, naf, rome),
    close() {
      release.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pointKey({ latitude, longitude }: SearchInput): string {
  return `${latitude} ${longitude}`;
}

function place(code: string, name: string, postcode: string, { lat, lon }: { lat: number; lon: number }): PlaceRecord {
  return { communeCode: code, name, postcode, lat, lon };
}

function toRecord(office: FixtureOffice): EstablishmentRecord {
  const headcountBand = bandJustBelow(office.headcount);
  const { lat, lon } = office.locations[0] ?? { lat: null, lon: null };
  const record = {
    siret: office.siret,
    legalName: office.company_name ?? `Office ${office.siret}`,
    sign: null,
    isSoleTrader: false,
    isDiffusible: true,
    naf: office.naf,
    headcountBand,
    address: '',
    postcode: '',
    communeCode: '',
    lat,
    lon,
    yearlyHires: office.hiring * 2,
    publishedContact: null,
  };
  return { ...record, ...standingOf({ ...record, legalCategory: null }) };
}

/** Some offices of the fixture carry codes that no nomenclature has (34, 50, 65): the band just below is meant. */
function bandJustBelow(code: number): HeadcountBand {
  const below = HEADCOUNT_BANDS.filter((band) => band !== 'NN' && Number(band) <= code);
  return below.at(-1) ?? 'NN';
}
