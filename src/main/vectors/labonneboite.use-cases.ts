import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { headcountRange, HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import { departementFromPostcode } from '../../shared/domain/place/place-names.rules.ts';
import { sectionOf } from '../../shared/domain/sector/sector.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../employer/employer.use-cases.ts';
import { readSources } from '../import/import.use-cases.ts';
import { makePlaceUseCases } from '../place/place.use-cases.ts';
import { openFixture, type FixtureOffice, type SearchFixture } from './labonneboite-fixture.ts';
import { judge, missingFeature, toQuery, type SearchInput } from './labonneboite-search.ts';
import { AGREED, argued, FAILED, skipped, toReport, type Vector, type VectorReport, type Verdict } from './verdict.ts';

/**
 * Runs the reference's test rows (La Bonne Boîte) against the functions the screen uses, on real reference data.
 *
 * @param file rows; its neighbour `labonneboite_fixture.json` holds the offices of the search rows
 */
export async function runLabonneboite(file: string, release: Release, now: number): Promise<VectorReport> {
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];
  const fixture = await openFixture(join(dirname(file), 'labonneboite_fixture.json'), vectors, release, now);
  try {
    const rows: { id: string; verdict: Verdict }[] = [];
    for (const vector of vectors) rows.push({ id: vector.id, verdict: await verdictOf(vector, release, fixture) });
    return toReport(rows);
  } finally {
    fixture.close();
  }
}

async function verdictOf(vector: Vector, release: Release, fixture: SearchFixture): Promise<Verdict> {
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
      return mapping(input as { rome: string; naf: string }, vector.expected, fixture);
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
      return search(input, vector.expected, fixture);
    default:
      return skipped(`no such feature: ${vector.function.slice(0, 60)}`);
  }
}

/** The mapping is asked of the search itself: does the sector take part in the list of the occupation? */
function mapping({ rome, naf }: { rome: string; naf: string }, expected: unknown, fixture: SearchFixture): Verdict {
  const isPart = fixture.takesPart(naf, rome);
  if (isPart === expected) return AGREED;
  return argued(
    isPart
      ? 'raw pairs are kept, the reference pruned this one (ADR 0008)'
      : 'outside the sectors that make nine tenths of the hires of this occupation, and under 8 hires in 100 (ADR 0008)',
  );
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
  const counts: number[] = [];
  for (const [names, value] of Object.entries(input)) {
    for (const name of names.replace(/^one of /, '').split('/')) {
      const column = COLUMN_NAMES[name] ?? name;
      if (!(column in SOUND_ROW)) return skipped(`no column ${column.slice(0, 40)} in the layouts read`);
      // The remark in brackets describes the value: it is not part of it.
      counts.push(await keptWith({ ...SOUND_ROW, [column]: value.replace(/\s*\((?:quoted|unbalanced quote)\)$/, '') }));
    }
  }
  if (counts.every((count) => count === expected)) return AGREED;
  const isPosition = Object.keys(input).some((names) => /longitude|latitude/.test(names));
  return isPosition
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

function search(input: SearchInput, expected: unknown, fixture: SearchFixture): Verdict {
  const missing = missingFeature(input);
  if (missing !== null) return skipped(missing);
  const [naf] = input.naf_codes ?? [];
  const section = naf === undefined ? null : sectionOf(naf);
  const query = toQuery(input, fixture.placeOf(input), section === null ? [] : [section]);
  const whyOf = (siret: string, isOurs: boolean): string | null => {
    const office = fixture.offices.get(siret);
    if (office === undefined) return null;
    return isOurs ? whyOurs(office, input, naf) : fixture.whyAbsent(office, input);
  };
  return judge(input, expected, fixture.ask(query), whyOf);
}

/** Why we list an office that the reference does not. */
function whyOurs(office: FixtureOffice, input: SearchInput, naf: string | undefined): string | null {
  if (naf !== undefined && office.naf !== naf) return 'the filter is by NAF section, wider than one NAF class';
  const scores = (input.romes ?? []).map((rome) => office.scores_by_rome[rome]);
  if (scores.every((score) => score === undefined)) return 'raw pairs are kept, the reference pruned this sector';
  return office.score === 0 || scores.every((score) => (score ?? 0) < 20) ? 'no threshold hides a company' : null;
}
