import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { headcountRange, HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import { departementFromPostcode } from '../../shared/domain/place/place-names.rules.ts';
import { sectionOf } from '../../shared/domain/sector/sector.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../employer/employer.use-cases.ts';
import { readSources } from '../import/import.use-cases.ts';
import { makePlaceUseCases } from '../place/place.use-cases.ts';
import { openFixture, type FixtureOffice, type SearchFixture } from './labonneboite-fixture.ts';
import { judge, missingFeature, toQuery, type SearchInput } from './labonneboite-search.ts';
import { readRawPairs, type RawPairs } from './raw-pairs.ts';
import { AGREED, argued, FAILED, skipped, toReport, type Vector, type VectorReport, type Verdict } from './verdict.ts';

/**
 * Runs the reference's test rows (La Bonne Boîte) against the functions the screen uses, on real reference data.
 *
 * @param file rows; its neighbour `labonneboite_fixture.json` holds the offices of the search rows
 * @throws AppError CANCELLED when the signal aborts
 */
export async function runLabonneboite(
  file: string,
  release: Release,
  { now, signal }: { readonly now: number; readonly signal: AbortSignal },
): Promise<VectorReport> {
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];
  const fixture = await openFixture(join(dirname(file), 'labonneboite_fixture.json'), vectors, release, now);
  try {
    const pairs = readRawPairs(release);
    const rows: { id: string; verdict: Verdict }[] = [];
    for (const vector of vectors) {
      // Lets a signal be heard: most rows are answered without a pause.
      await setImmediate();
      if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled before the last row.');
      rows.push({ id: vector.id, verdict: await verdictOf(vector, release, { fixture, pairs }) });
    }
    return toReport(rows);
  } finally {
    fixture.close();
  }
}

interface Facts {
  readonly fixture: SearchFixture;
  readonly pairs: RawPairs;
}

async function verdictOf(vector: Vector, release: Release, facts: Facts): Promise<Verdict> {
  const input = vector.input as Readonly<Record<string, unknown>>;
  switch (vector.function) {
    case 'get_score_from_hirings':
    case 'get_hirings_from_score':
    case 'get_score_adjusted_to_rome_code_and_naf_code':
      return argued('no score or stars from hires: the figure itself is shown, with its bounds or in words (ADR 0008)');
    case 'get_score_minimum_for_rome':
      return argued(
        'no threshold hides a company, and tension changes none: the order and the words say it (ADR 0008)',
      );
    case 'naf in map_romes_to_nafs([rome])':
      return mapping(input as { rome: string; naf: string }, vector.expected, facts);
    case 'get_contact_mode_for_rome_and_office':
      return contactMode(input as unknown as ContactInput, vector.expected, release);
    case 'get_city_by_zipcode -> commune_id':
      return commune(input as { zipcode: string; slug: string }, vector.expected, release);
    case 'get_department_from_zipcode':
      return departementFromPostcode(String(input['zipcode'])) === vector.expected ? AGREED : FAILED;
    case 'headcount_text':
      return headcountText(Number(input['headcount']), String(vector.expected));
    case 'rows kept':
      return rowsKept(input as Readonly<Record<string, string>>, Number(vector.expected));
    case 'search':
    case 'search count':
      return search(input, vector.expected, facts);
    default:
      return skipped(`no such feature: ${vector.function.slice(0, 60)}`);
  }
}

/** The mapping is asked of the search itself: does the sector take part in the list of the occupation? */
function mapping({ rome, naf }: { rome: string; naf: string }, expected: unknown, facts: Facts): Verdict {
  return judgeMapping(facts.fixture.takesPart(naf, rome), expected, facts.pairs, { rome, naf });
}

/** A difference is argued for only when the raw pairs explain it. */
export function judgeMapping(
  isPart: boolean,
  expected: unknown,
  pairs: RawPairs,
  { rome, naf }: { readonly rome: string; readonly naf: string },
): Verdict {
  if (isPart === expected) return AGREED;
  const why = isPart ? pairs.whyIn(rome, naf) : pairs.whyOut(rome, naf);
  return why === null ? FAILED : argued(`${why} (ADR 0008)`);
}

interface ContactInput {
  readonly naf: string;
  readonly rome: string;
  readonly office_contact_mode: string | null;
}

const CONTACT_WORDS = {
  'in-person': 'Se présenter spontanément',
  application: 'Envoyer un CV et une lettre de motivation',
};

function contactMode(
  { naf, rome, office_contact_mode: own }: ContactInput,
  expected: unknown,
  release: Release,
): Verdict {
  if (own !== null) return skipped('no contact mode chosen by an employer: the sources have none');
  const { mode } = makeEmployerUseCases(() => release).contactAdvice(naf, rome);
  return CONTACT_WORDS[mode] === expected ? AGREED : FAILED;
}

function commune({ zipcode, slug }: { zipcode: string; slug: string }, expected: unknown, release: Release): Verdict {
  const [first] = makePlaceUseCases(() => release).search(`${zipcode} ${slug.replaceAll('-', ' ')}`, 1);
  if (expected === null || expected === undefined) return first === undefined ? AGREED : FAILED;
  return first?.communeCode === expected ? AGREED : FAILED;
}

/** The screen words the band from its bounds: the bounds are what is compared. */
function headcountText(code: number, expected: string): Verdict {
  const band = HEADCOUNT_BANDS.find((candidate) => candidate === String(code).padStart(2, '0'));
  const range = band === undefined ? null : headcountRange(band);
  if (range === null) return FAILED;
  const bounds = (expected.replaceAll(/(?<=\d)\s(?=\d{3})/g, '').match(/\d+/g) ?? []).map(Number);
  if (bounds.length === 0) return skipped('no words for this band');
  return bounds[0] === range.min && (bounds[1] === undefined || bounds[1] === range.max) ? AGREED : FAILED;
}

/** A row of the establishments layout with one field changed, read by the importer. */
const SOUND_ROW: Readonly<Record<string, string>> = {
  siret: '12345678900011',
  raisonsociale: 'ATELIER DU PONT',
  enseigne: '',
  codenaf: '1071C',
  trancheeffectif: '11',
  numerorue: '1',
  libellerue: 'RUE DES TANNEURS',
  codepostal: '57000',
  codecommune: '57463',
  coordinates_x: '6.17',
  coordinates_y: '49.12',
};
const COLUMN_NAMES: Readonly<Record<string, string>> = { longitude: 'coordinates_x', latitude: 'coordinates_y' };

async function rowsKept(input: Readonly<Record<string, string>>, expected: number): Promise<Verdict> {
  const counts = new Map<string, number>();
  for (const [names, value] of Object.entries(input)) {
    for (const name of names.replace(/^one of /, '').split('/')) {
      const column = COLUMN_NAMES[name] ?? name;
      if (!(column in SOUND_ROW)) return skipped(`no column ${column.slice(0, 40)} in the layouts read`);
      // The remark in brackets describes the value: it is not part of it.
      const told = value.replace(/\s*\((?:quoted|unbalanced quote)\)$/, '');
      counts.set(column, await keptWith({ ...SOUND_ROW, [column]: told }));
    }
  }
  return judgeKept(counts, expected);
}

/** Argued for only when the fields of the position, and no other, are kept where the reference drops the row. */
export function judgeKept(counts: ReadonlyMap<string, number>, expected: number): Verdict {
  if ([...counts.values()].every((count) => count === expected)) return AGREED;
  const positions: readonly string[] = Object.values(COLUMN_NAMES);
  const isExplained =
    expected === 0 && [...counts].every(([column, count]) => count === (positions.includes(column) ? 1 : 0));
  return isExplained
    ? argued('a row without a position is kept and placed at the centre of its commune, with a mark (ADR 0008)')
    : FAILED;
}

async function keptWith(row: Readonly<Record<string, string>>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'vav-row-'));
  try {
    const lines = [Object.keys(row).join(';'), Object.values(row).join(';')];
    writeFileSync(join(folder, 'establishments.csv'), `${lines.join('\r\n')}\r\n`);
    const { reports } = await readSources(folder);
    return reports[0]?.kept ?? 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function search(input: SearchInput, expected: unknown, { fixture, pairs }: Facts): Verdict {
  const missing = missingFeature(input);
  if (missing !== null) return skipped(missing);
  const [naf] = input.naf_codes ?? [];
  const section = naf === undefined ? null : sectionOf(naf);
  const query = toQuery(input, fixture.placeOf(input), section === null ? [] : [section]);
  const whyOf = (siret: string, isOurs: boolean): string | null => {
    const office = fixture.offices.get(siret);
    if (office === undefined) return null;
    return isOurs ? whyOurs(office, input, pairs) : whyTheirs(office, input, pairs);
  };
  return judge(input, expected, fixture.ask(query), whyOf);
}

/** Why we list an office that the reference does not, from what the office is; null when nothing of it says so. */
function whyOurs(office: FixtureOffice, input: SearchInput, pairs: RawPairs): string | null {
  const romes = input.romes ?? [];
  const [naf] = input.naf_codes ?? [];
  if (naf !== undefined && office.naf !== naf) {
    const isSameSection = sectionOf(office.naf) === sectionOf(naf);
    return isSameSection ? 'the filter is by NAF section, wider than one NAF class' : null;
  }
  const scores = romes.map((rome) => office.scores_by_rome[rome]);
  if (scores.every((score) => score === undefined)) {
    return romes.map((rome) => pairs.whyIn(rome, office.naf)).find((why) => why !== null) ?? null;
  }
  return office.score === 0 || scores.every((score) => (score ?? 0) < 20) ? 'no threshold hides a company' : null;
}

/** Why the reference lists an office that we do not. */
function whyTheirs(office: FixtureOffice, input: SearchInput, pairs: RawPairs): string | null {
  if (office.headcount === 0) return 'nobody works there: not ranked';
  if (/^78[123]0Z$/.test(office.naf)) return 'listed apart, with agencies';
  if (office.naf.startsWith('84')) return 'listed apart, with public employers';
  const reasons = (input.romes ?? []).map((rome) => pairs.whyOut(rome, office.naf));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}
