import {
  EMPLOYER_GROUPS,
  UNRANKED_REASONS,
  type UnrankedReason,
} from '../../shared/domain/employer/employer.schema.ts';
import { HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import type { EstablishmentRecord } from '../../shared/domain/dataset/reference-records.ts';

/** No reason to leave an establishment out of the lists. */
export const RANKED = 255;

/**
 * What lists need of each establishment of a register, as numbers, in the order of its file: a country of them takes a
 * hundred megabytes where records would take ten times that. Codes are kept once, by number.
 */
export class RegisterColumns {
  count = 0;
  siret = new Float64Array(FIRST_ROOM);
  /** By index in `nafCodes` and in `communeCodes`. */
  naf = new Uint16Array(FIRST_ROOM);
  commune = new Uint32Array(FIRST_ROOM);
  /** WGS84 degrees as the file says them, NaN where it says none. */
  lat = new Float64Array(FIRST_ROOM);
  lon = new Float64Array(FIRST_ROOM);
  /** Hires of the last twelve months, −1 when not counted. */
  yearlyHires = new Int32Array(FIRST_ROOM);
  /** By index in HEADCOUNT_BANDS, EMPLOYER_GROUPS and UNRANKED_REASONS (or RANKED). */
  band = new Uint8Array(FIRST_ROOM);
  group = new Uint8Array(FIRST_ROOM);
  unranked = new Uint8Array(FIRST_ROOM);
  readonly nafCodes: string[] = [];
  readonly communeCodes: string[] = [];
  readonly #nafIndex = new Map<string, number>();
  readonly #communeIndex = new Map<string, number>();

  push(record: EstablishmentRecord): void {
    const row = this.next();
    this.siret[row] = Number(record.siret);
    this.naf[row] = this.nafIndex(record.naf);
    this.commune[row] = this.communeIndex(record.communeCode);
    this.lat[row] = record.lat ?? NaN;
    this.lon[row] = record.lon ?? NaN;
    this.yearlyHires[row] = record.yearlyHires ?? -1;
    this.band[row] = HEADCOUNT_BANDS.indexOf(record.headcountBand);
    this.group[row] = EMPLOYER_GROUPS.indexOf(record.group);
    this.unranked[row] = numberOf(record.isDiffusible ? record.unranked : 'non-diffusible');
  }

  /** The next row, for who fills its columns one by one. */
  next(): number {
    if (this.count === this.siret.length) this.#grow();
    this.count += 1;
    return this.count - 1;
  }

  nafIndex(code: string): number {
    return indexIn(this.#nafIndex, this.nafCodes, code);
  }

  communeIndex(code: string): number {
    return indexIn(this.#communeIndex, this.communeCodes, code);
  }

  #grow(): void {
    const room = this.count * 2;
    this.siret = longer(this.siret, new Float64Array(room));
    this.naf = longer(this.naf, new Uint16Array(room));
    this.commune = longer(this.commune, new Uint32Array(room));
    this.lat = longer(this.lat, new Float64Array(room));
    this.lon = longer(this.lon, new Float64Array(room));
    this.yearlyHires = longer(this.yearlyHires, new Int32Array(room));
    this.band = longer(this.band, new Uint8Array(room));
    this.group = longer(this.group, new Uint8Array(room));
    this.unranked = longer(this.unranked, new Uint8Array(room));
  }
}

const FIRST_ROOM = 65_536;

export function numberOf(reason: UnrankedReason | null): number {
  return reason === null ? RANKED : UNRANKED_REASONS.indexOf(reason);
}

function indexIn(known: Map<string, number>, codes: string[], code: string): number {
  const index = known.get(code) ?? codes.length;
  if (index === codes.length) {
    known.set(code, index);
    codes.push(code);
  }
  return index;
}

function longer<T extends Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
