import { normalCase } from '../../../../shared/domain/employer/name-case.rules.ts';
import { parseHeadcountBand, type HeadcountBand } from '../../../../shared/domain/employer/headcount.ts';
import { standingOf } from '../../../../shared/domain/employer/standing.rules.ts';
import type { PublishedContact } from '../../../../shared/domain/employer/employer.schema.ts';
import type { EstablishmentRecord } from '../../../../shared/domain/dataset/reference-records.ts';
import { fold } from '../../../../shared/kernel/text.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { communeCode, decimal, fiveCharacters, wholeNumber } from '../../fields.ts';
import { refusal, type RefusalReason } from '../../refusal.ts';

/** What any layout of a register of establishments says, still as text. */
export interface RegisterRow {
  readonly siret: string;
  readonly legalName: string;
  readonly sign: string;
  readonly naf: string;
  readonly headcount: string;
  readonly address: string;
  readonly postcode: string;
  readonly commune: string;
  readonly longitude: string;
  readonly latitude: string;
  readonly yearlyHires: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly legalCategory: string | null;
  readonly isSoleTrader: boolean;
  readonly isDiffusible: boolean;
}

/** The record of an establishment, or the first thing that makes its row unusable. */
export function establishmentRecord(row: RegisterRow): Result<EstablishmentRecord, RefusalReason> {
  const siret = row.siret.replace(/\s/g, '');
  if (!/^\d{14}$/.test(siret)) return failure(refusal('siret', row.siret));
  const legalName = textOrNull(row.legalName);
  if (legalName === null) return failure(refusal('legal-name-missing'));
  const headcountBand = parseHeadcountBand(row.headcount);
  if (headcountBand === null) return failure(refusal('headcount-band', row.headcount));
  const commune = communeCode(row.commune);
  if (!commune.ok) return commune;
  const postcode = fiveCharacters(row.postcode);
  if (!/^\d{5}$/.test(postcode)) return failure(refusal('postcode', row.postcode));
  const yearlyHires = row.yearlyHires.trim() === '' ? null : wholeNumber(row.yearlyHires);
  if (yearlyHires === null && row.yearlyHires.trim() !== '') {
    return failure(refusal('yearly-hires', row.yearlyHires));
  }
  return success(
    withStanding(
      {
        siret,
        legalName,
        sign: textOrNull(row.sign),
        isSoleTrader: row.isSoleTrader,
        isDiffusible: row.isDiffusible,
        naf: row.naf.trim().replace('.', '').toUpperCase(),
        headcountBand,
        address: row.address,
        postcode,
        communeCode: commune.value,
        ...position(row.longitude, row.latitude),
        yearlyHires,
        publishedContact: publishedContact(row),
      },
      row.legalCategory,
    ),
  );
}

function withStanding(
  record: Omit<EstablishmentRecord, 'group' | 'unranked'> & { readonly headcountBand: HeadcountBand },
  legalCategory: string | null,
): EstablishmentRecord {
  return { ...record, ...standingOf({ ...record, legalCategory }) };
}

/** Columns that a structure may add to any layout: how to reach an establishment. */
export const CONTACT_COLUMNS = {
  phone: ['telephone', 'tel', 'phone'],
  email: ['email', 'courriel', 'mail'],
  website: ['site_web', 'site_internet', 'website'],
} as const;

/** What is none of them is left out, not refused: a list does without. */
function publishedContact(row: Pick<RegisterRow, 'phone' | 'email' | 'website'>): PublishedContact | null {
  const phone = kept(row.phone, /^\+?[\d .()/-]{8,24}$/);
  const email = kept(row.email, /^[^\s@]{1,64}@[^\s@]{1,120}\.[^\s@.]{2,}$/);
  const website = kept(row.website, /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i);
  return phone === '' && email === '' && website === '' ? null : { phone, email, website };
}

function kept(value: string, shape: RegExp): string {
  const text = textOrNull(value) ?? '';
  return text.length <= LONGEST_CONTACT && shape.test(text) ? text : '';
}

const LONGEST_CONTACT = 200;

/** Registers write "NULL" where they know nothing. */
export function textOrNull(value: string): string | null {
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' || text === 'NULL' ? null : text;
}

/** (0, 0) stands for "unknown" in register extracts; a position that cannot be is no position: the commune's serves. */
function position(longitude: string, latitude: string): { lat: number | null; lon: number | null } {
  const lon = decimal(longitude);
  const lat = decimal(latitude);
  const isPoint =
    lat !== null && lon !== null && (lat !== 0 || lon !== 0) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPoint ? { lat, lon } : { lat: null, lon: null };
}

/** INSEE abbreviations of the kinds of way met in addresses. */
const WAYS: Readonly<Record<string, string>> = {
  all: 'allée',
  allee: 'allée',
  av: 'avenue',
  ave: 'avenue',
  avenue: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boulevard: 'boulevard',
  che: 'chemin',
  chemin: 'chemin',
  cours: 'cours',
  crs: 'cours',
  imp: 'impasse',
  impasse: 'impasse',
  pass: 'passage',
  pl: 'place',
  place: 'place',
  quai: 'quai',
  rte: 'route',
  route: 'route',
  rue: 'rue',
  sq: 'square',
  square: 'square',
};

/** "50", "BOULEVARD DE TREVES" → "50 boulevard de Treves". */
export function streetAddress(number: string, ...parts: readonly string[]): string {
  const street = normalCase(parts.map((part) => textOrNull(part) ?? '').join(' '));
  if (street.includes('[')) return '';
  const [first = '', ...rest] = street.split(' ');
  const way = WAYS[fold(first)];
  const named = way === undefined ? street : [way, ...rest].join(' ');
  const at = textOrNull(number);
  const line = at === null || at === '0' ? named : `${at} ${named}`;
  return at === null ? line.charAt(0).toUpperCase() + line.slice(1) : line.trim();
}
