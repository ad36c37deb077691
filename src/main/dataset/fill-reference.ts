import { createHash } from 'node:crypto';
import type { HiresForecastRecord, ReferenceRecords } from '../../shared/domain/dataset/reference-records.ts';
import type { RegisterColumns } from '../import/import.use-cases.ts';
import { foldPlace } from '../../shared/domain/place/fold-place.ts';
import { fold } from '../../shared/kernel/text.ts';
import type { WriteDb } from '../platform/db/open-database.ts';
import type { EntryRate } from './entry-rates.ts';
import type { EstablishmentRow } from './establishment-rows.ts';
import type { Commune } from './place-positions.ts';
import { establishmentsBehind } from './same-doors.ts';

export interface ReferenceContent {
  readonly records: ReferenceRecords;
  readonly entryRates: readonly EntryRate[];
  readonly communes: readonly Commune[];
  /** Where the establishments were counted already. */
  readonly register?: Pick<RegisterColumns, 'count'> | undefined;
  /** Read once. */
  readonly establishments: Iterable<EstablishmentRow>;
}

export interface FilledReference {
  /** Hash of every value written, in order: the same content gives the same hash. */
  readonly contentHash: string;
  readonly counts: {
    readonly occupations: number;
    readonly titles: number;
    readonly communes: number;
    readonly sectors: number;
  };
  /** Numbers of the establishments that another one behind the same door stands for. */
  readonly sameDoor: ReadonlySet<number>;
}

type Value = string | number | null;

const ROWS_PER_PAUSE = 20_000;

/** Writes every table of the reference database. `pause` is awaited between batches, so that a cancellation gets in. */
export async function fillReference(
  db: WriteDb,
  content: ReferenceContent,
  pause: (done: number, total: number) => Promise<void>,
): Promise<FilledReference> {
  const hash = createHash('sha256');
  let written = 0;
  const expected = expectedRows(content);
  const insert = async (table: string, width: number, rows: Iterable<readonly Value[]>): Promise<number> => {
    const statement = db.prepare(`INSERT INTO ${table} VALUES (${new Array(width).fill('?').join(', ')})`);
    let count = 0;
    for (const row of rows) {
      statement.run(...row);
      hash.update(JSON.stringify(row));
      count += 1;
      written += 1;
      if (written % ROWS_PER_PAUSE === 0) await pause(written, Math.max(expected, written));
    }
    return count;
  };

  const { records } = content;
  const occupations = withUnlabelled(records);
  const labels = new Map(occupations.map(({ rome, label }) => [rome, label]));
  const known: ReadonlySet<string> = new Set(labels.keys());
  const titles = [...records.titles].filter(({ rome }) => known.has(rome));

  db.exec('BEGIN');
  const occupationCount = await insert(
    'occupation',
    3,
    occupations.map(({ rome, label, definition }) => [rome, label, definition]),
  );
  await insert(
    'occupation_title',
    4,
    titles.map(({ rome, title, isPrincipal }, index) => [index + 1, rome, title, isPrincipal ? 1 : 0]),
  );
  await insert(
    'occupation_title_fts (rowid, folded)',
    2,
    titles.map(({ rome, title }, index) => [index + 1, fold(`${title} ${labels.get(rome) ?? ''} ${rome}`)]),
  );
  await insert('mobility', 3, uniqueEdges(records, known));
  const sectorCount = await insert(
    'sector',
    2,
    [...records.sectors].map(({ naf, label }) => [naf, label]),
  );
  await insert(
    'hire_pair',
    3,
    [...records.hirePairs].map(({ rome, naf, hires }) => [rome, naf, hires]),
  );
  await insert(
    'contact_mode',
    4,
    [...records.contactModes].map(({ division, rome, mode }, index) => [index + 1, division, rome, mode]),
  );
  await insert(
    'tension',
    4,
    [...records.tension].map((row) => [row.rome, row.familyCode, row.familyLabel, row.percent]),
  );
  await insert(
    'entry_rate',
    7,
    content.entryRates.map((row) => [
      row.nafPrefix,
      row.sectorLabel,
      row.rate,
      row.scope,
      row.source,
      row.year,
      row.link,
    ]),
  );
  const communeCount = await insert('commune', 7, content.communes.map(communeValues));
  await insert('postcode', 2, postcodeValues(content.communes));
  const forecasts: HiresForecastRecord[] = [];
  await insert('establishment', 18, establishmentValues(content.establishments, forecasts));
  await insert('hires_forecast', 6, forecasts.map(forecastValues));
  const behind = establishmentsBehind(db);
  await insert('same_door', 2, behind);
  db.exec(`UPDATE establishment SET unranked = 'same-door' WHERE siret IN (SELECT siret FROM same_door)`);
  db.exec('COMMIT');

  return {
    contentHash: hash.digest('hex'),
    counts: {
      occupations: occupationCount,
      titles: titles.length,
      communes: communeCount,
      sectors: sectorCount,
    },
    sameDoor: new Set(behind.map(([siret]) => Number(siret))),
  };
}

/** About how many rows there will be, for progress: those of the register where it was counted. */
function expectedRows({ register, communes }: ReferenceContent): number {
  return (register?.count ?? 0) + communes.length * 2 + 30_000;
}

/** Occupations with their definition; one whose label is missing (L1510 in ROME 3.47) takes its first principal title. */
function withUnlabelled(
  records: ReferenceRecords,
): readonly { readonly rome: string; readonly label: string; readonly definition: string | null }[] {
  const definitions = new Map([...records.texts].map(({ rome, definition }) => [rome, definition]));
  const labels = new Map([...records.occupations].map(({ rome, label }) => [rome, label]));
  for (const { rome, title, isPrincipal } of records.titles) {
    if (isPrincipal && !labels.has(rome)) labels.set(rome, title);
  }
  return [...labels].map(([rome, label]) => ({ rome, label, definition: definitions.get(rome) ?? null }));
}

/** Title-level edges collapse to their pair of occupations; an edge to an occupation nobody knows leads nowhere. */
function uniqueEdges(records: ReferenceRecords, known: ReadonlySet<string>): readonly Value[][] {
  const edges = new Map<string, Value[]>();
  for (const { rome, targetRome, kind } of records.mobility) {
    if (rome !== targetRome && known.has(rome) && known.has(targetRome)) {
      edges.set(`${rome} ${targetRome} ${kind}`, [rome, targetRome, kind]);
    }
  }
  return [...edges.values()];
}

function communeValues(commune: Commune): readonly Value[] {
  return [
    commune.code,
    commune.name,
    foldPlace(commune.name),
    commune.departement,
    commune.position?.lat ?? null,
    commune.position?.lon ?? null,
    commune.postcodes.length,
  ];
}

function* postcodeValues(communes: readonly Commune[]): Generator<readonly Value[]> {
  for (const { code, postcodes } of communes) {
    for (const postcode of postcodes) yield [postcode, code];
  }
}

function forecastValues({ siret, from, to, expected, low, high }: HiresForecastRecord): readonly Value[] {
  return [siret, from, to, expected, low, high];
}

/** The values of each, one after the other: a country of them is never held. Forecasts met are left in `forecasts`. */
function* establishmentValues(
  rows: Iterable<EstablishmentRow>,
  forecasts: HiresForecastRecord[],
): Generator<readonly Value[]> {
  for (const row of rows) {
    if (row.forecast !== null) forecasts.push(row.forecast);
    yield valuesOf(row);
  }
}

function valuesOf({ record, name, position, positionBasis, unranked }: EstablishmentRow): readonly Value[] {
  // The own name of a sole trader is not a legal name to show; a row that opposed diffusion comes without any.
  const isLegalNameShown = record.isDiffusible && !record.isSoleTrader;
  return [
    record.siret,
    record.siret.startsWith('000000000') ? record.siret : record.siret.slice(0, 9),
    name,
    isLegalNameShown ? record.legalName : null,
    record.naf,
    record.headcountBand,
    record.address,
    record.postcode,
    record.communeCode,
    position?.lat ?? null,
    position?.lon ?? null,
    positionBasis,
    record.yearlyHires,
    record.group,
    unranked,
    record.publishedContact?.phone ?? null,
    record.publishedContact?.email ?? null,
    record.publishedContact?.website ?? null,
  ];
}
