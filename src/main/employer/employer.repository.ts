import type {
  ContactAdvice,
  ContactMode,
  Employer,
  PublishedContact,
} from '../../shared/domain/employer/employer.schema.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

/** What a row of a list shows besides its figures. */
export interface EmployerLine {
  readonly siret: string;
  readonly name: string;
  readonly naf: string;
  readonly sectorLabel: string | null;
  readonly communeCode: string;
  readonly communeName: string;
  readonly positionBasis: 'establishment' | 'commune';
}

export interface EmployerRepository {
  line(siret: string): EmployerLine | null;
  /** In the order asked; unknown numbers are left out. */
  lines(sirets: readonly string[]): readonly EmployerLine[];
  find(siret: string): Employer | null;
  /** Establishments behind the same door as this one, for which it stands or which stand for it. */
  behindDoorOf(siret: string): readonly string[];
  /** Establishments that the data say how to reach. */
  withPublishedContact(): readonly string[];
  /** What lists show of the doors that some sites are behind, and of those that any site of some employers is behind. */
  doorsOf(left: { readonly sites: readonly string[]; readonly employers: readonly string[] }): readonly string[];
  contactAdvice(naf: string, rome: string): ContactAdvice;
}

/** The three of a contact are there together, empty or not. */
type ContactColumns = PublishedContact | Record<keyof PublishedContact, null>;
type EmployerRow = Omit<Employer, 'publishedContact'> & ContactColumns & { readonly legalUnit: string };
type DoorNeighbourRow = Omit<Employer['sameDoor'][number], 'isShown'> & { readonly isShown: number };

/** An establishment that may not be named is called by its sector. */
const SHOWN_NAME = 'coalesce(establishment.name, sector.label, establishment.naf)';
const LINE_COLUMNS = `siret, ${SHOWN_NAME} AS name, establishment.naf, sector.label AS sectorLabel,
  commune_code AS communeCode, coalesce(commune.name, '') AS communeName, position_basis AS positionBasis`;
/** While a list is moved about, most of its rows are asked for again and again: a release does not change. */
const LINES_KEPT = 2_000;
const MAX_SITES = 100;
const OCCUPATIONS_SHOWN = 8;

/** Reads establishments of a release. */
export function employerRepository(db: ReadDb): EmployerRepository {
  const line = db.prepare(`
    SELECT ${LINE_COLUMNS}
    FROM establishment
    LEFT JOIN sector ON sector.naf = establishment.naf
    LEFT JOIN commune ON commune.code = establishment.commune_code
    WHERE siret = ?`);
  const linesKept = new Map<string, EmployerLine>();
  const lines = db.prepare(`
    SELECT ${LINE_COLUMNS}
    FROM json_each(?) AS asked
    JOIN establishment ON establishment.siret = asked.value
    LEFT JOIN sector ON sector.naf = establishment.naf
    LEFT JOIN commune ON commune.code = establishment.commune_code
    ORDER BY asked.key`);
  const whole = db.prepare(`
    SELECT siret, ${SHOWN_NAME} AS name, legal_name AS legalName, establishment.naf, sector.label AS sectorLabel,
      band AS headcountBand, employer_group AS "group", unranked, address, postcode, commune_code AS communeCode,
      coalesce(commune.name, '') AS communeName, establishment.lat, establishment.lon,
      position_basis AS positionBasis, yearly_hires AS yearlyHires, legal_unit AS legalUnit,
      phone, email, website
    FROM establishment
    LEFT JOIN sector ON sector.naf = establishment.naf
    LEFT JOIN commune ON commune.code = establishment.commune_code
    WHERE siret = ?`);
  const forecast = db.prepare(
    'SELECT from_month AS "from", to_month AS "to", expected, low, high FROM hires_forecast WHERE siret = ?',
  );
  const sites = db.prepare(`
    SELECT siret, ${SHOWN_NAME} AS name,
      coalesce(commune.name, '') AS communeName, postcode, band AS headcountBand
    FROM establishment
    LEFT JOIN sector ON sector.naf = establishment.naf
    LEFT JOIN commune ON commune.code = establishment.commune_code
    WHERE legal_unit = ? AND siret <> ? AND unranked IS NOT 'non-diffusible' ORDER BY siret LIMIT ${MAX_SITES}`);
  const neighbours = db.prepare(`
    WITH door AS (SELECT coalesce((SELECT shown_siret FROM same_door WHERE siret = @siret), @siret) AS shown)
    SELECT establishment.siret, ${SHOWN_NAME} AS name, legal_name AS legalName,
      establishment.siret = door.shown AS isShown
    FROM door, establishment LEFT JOIN sector ON sector.naf = establishment.naf
    WHERE establishment.siret <> @siret AND (establishment.siret = door.shown
      OR establishment.siret IN (SELECT siret FROM same_door WHERE shown_siret = door.shown))
    ORDER BY isShown DESC, establishment.siret`);
  const withContact = db.prepare('SELECT siret FROM establishment WHERE phone IS NOT NULL ORDER BY siret').pluck();
  const doorsOfSites = db
    .prepare('SELECT shown_siret FROM json_each(?) AS asked JOIN same_door ON same_door.siret = asked.value')
    .pluck();
  const doorsOfEmployers = db
    .prepare(
      `SELECT DISTINCT shown_siret FROM json_each(?) AS asked
      JOIN establishment AS known ON known.siret = asked.value
      JOIN establishment AS site ON site.legal_unit = known.legal_unit
      JOIN same_door ON same_door.siret = site.siret`,
    )
    .pluck();
  const occupations = db.prepare(`
    SELECT hire_pair.rome, occupation.label,
      CAST(hires AS REAL) / (SELECT sum(hires) FROM hire_pair WHERE naf = @naf) AS share
    FROM hire_pair JOIN occupation ON occupation.rome = hire_pair.rome
    WHERE naf = @naf AND hires > 0 ORDER BY hires DESC, hire_pair.rome LIMIT ${OCCUPATIONS_SHOWN}`);
  const exactMode = db.prepare('SELECT mode FROM contact_mode WHERE division = ? AND rome = ? LIMIT 1').pluck();
  /** Each row of a page asks for it, and there are few: by division and occupation. */
  const advised = new Map<string, ContactAdvice>();
  const sectorMode = db.prepare('SELECT mode FROM contact_mode WHERE division = ? ORDER BY position LIMIT 1').pluck();

  const behindDoorOf = (siret: string): Employer['sameDoor'] =>
    (neighbours.all({ siret }) as DoorNeighbourRow[]).map((row) => ({ ...row, isShown: row.isShown === 1 }));

  return {
    line(siret) {
      const known = linesKept.get(siret);
      if (known !== undefined) return known;
      const read = line.get(siret) as EmployerLine | undefined;
      if (read === undefined) return null;
      if (linesKept.size === LINES_KEPT) linesKept.clear();
      linesKept.set(siret, read);
      return read;
    },
    lines: (sirets) => lines.all(JSON.stringify(sirets)) as EmployerLine[],
    find(siret) {
      const row = whole.get(siret) as EmployerRow | undefined;
      if (row === undefined) return null;
      const { legalUnit, phone, email, website, ...employer } = row;
      return {
        ...employer,
        forecast: (forecast.get(siret) as Employer['forecast'] | undefined) ?? null,
        // The named sites of its legal unit would name one that opposed diffusion.
        sites: row.unranked === 'non-diffusible' ? [] : (sites.all(legalUnit, siret) as Employer['sites']),
        publishedContact: phone === null ? null : { phone, email, website },
        sameDoor: behindDoorOf(siret),
        occupations: occupations.all({ naf: employer.naf }) as Employer['occupations'],
      };
    },
    withPublishedContact: () => withContact.all() as string[],
    behindDoorOf: (siret) => behindDoorOf(siret).map((neighbour) => neighbour.siret),
    doorsOf: ({ sites: left, employers }) => [
      ...(doorsOfSites.all(JSON.stringify(left)) as string[]),
      ...(doorsOfEmployers.all(JSON.stringify(employers)) as string[]),
    ],
    contactAdvice(naf, rome) {
      const division = naf.slice(0, 2);
      const known = advised.get(division + rome);
      if (known !== undefined) return known;
      const exact = exactMode.get(division, rome) as ContactMode | undefined;
      const advice = contactAdvice(exact, sectorMode.get(division) as ContactMode | undefined);
      advised.set(division + rome, advice);
      return advice;
    },
  };
}

/**
 * The advised way to approach: for this sector and occupation; else the first advice of the sector; else by letter, the
 * commonest one.
 */
export function contactAdvice(exact: ContactMode | undefined, sector: ContactMode | undefined): ContactAdvice {
  if (exact !== undefined) return { mode: exact, basis: 'sector-and-occupation' };
  if (sector !== undefined) return { mode: sector, basis: 'sector' };
  return { mode: 'application', basis: 'default' };
}
