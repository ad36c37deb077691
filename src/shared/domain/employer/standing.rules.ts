import { fold } from '../../kernel/text.ts';
import { isNafCode, sectionOf } from '../sector/sector.ts';
import type { EmployerGroup, UnrankedReason } from './employer.schema.ts';
import { headcountRange, type HeadcountBand } from './headcount.ts';

/** What a register says of an establishment, before anything is decided about lists. */
export interface RegisteredEmployer {
  readonly legalName: string;
  readonly sign: string | null;
  readonly naf: string;
  readonly headcountBand: HeadcountBand;
  readonly siret: string;
  readonly isDiffusible: boolean;
  /** INSEE "catégorie juridique", four digits, when the source has it. */
  readonly legalCategory: string | null;
}

export interface Standing {
  readonly group: EmployerGroup;
  readonly unranked: UnrankedReason | null;
}

/**
 * Where an establishment stands in lists, and why it stays out of them. Nothing is deleted: what is not ranked is
 * counted with its reason, so that an advisor can see what the list leaves out.
 */
export function standingOf(registered: RegisteredEmployer): Standing {
  const employer = { ...registered, folded: fold(registered.legalName) };
  return { group: groupOf(employer), unranked: unrankedReasonOf(employer) };
}

/** With its legal name folded, once for all the rules that read it. */
interface ReadEmployer extends RegisteredEmployer {
  readonly folded: string;
}

/** Public bodies recruit by other ways than a spontaneous application: they have a group, and words, of their own. */
function groupOf(employer: ReadEmployer): EmployerGroup {
  if (isEmploymentService(employer)) return 'public';
  if (AGENCY_CLASSES.has(employer.naf)) return 'agency';
  return isPublicBody(employer) ? 'public' : 'private';
}

/** In order: what we may not say, what is not a place of work, what we cannot place, then the lack of staff. */
function unrankedReasonOf(employer: ReadEmployer): UnrankedReason | null {
  // Someone who opposed diffusion is in no list (Code de commerce, art. A123-96).
  if (!employer.isDiffusible) return 'non-diffusible';
  if (isEmploymentService(employer)) return 'employment-service';
  if (isCoOwnership(employer)) return 'co-ownership';
  if (isPropertyShell(employer)) return 'property-shell';
  if (!isNafCode(employer.naf) || sectionOf(employer.naf) === null) return 'unknown-sector';
  if (employer.headcountBand === '00') return 'no-staff';
  if (employer.headcountBand === 'NN') return 'unknown-staff';
  if (isStateOffice(employer)) return 'state-office';
  return null;
}

/**
 * Agencies of placement, temporary work and groupings of employers hire for others. NAF rev. 2, division 78. Local
 * missions are in 7810Z too: partners rather than employers, they stay apart with the rest of the division.
 */
const AGENCY_CLASSES: ReadonlySet<string> = new Set(['7810Z', '7820Z', '7830Z']);

/** SIREN of the public employment service, Pôle emploi then France Travail. Source: INSEE, Sirene. */
const EMPLOYMENT_SERVICE_SIREN = '130005481';
const EMPLOYMENT_SERVICE_NAME = /\b(?:pole emploi|france travail|anpe|agence nationale pour l emploi)\b/;

/** We do not send people to apply at our own counters from a list of employers. */
function isEmploymentService(employer: ReadEmployer): boolean {
  if (employer.siret.startsWith(EMPLOYMENT_SERVICE_SIREN)) return true;
  return employer.naf === '8413Z' && EMPLOYMENT_SERVICE_NAME.test(`${employer.folded} ${fold(employer.sign ?? '')}`);
}

function isPublicBody(employer: ReadEmployer): boolean {
  // Administration, justice, defence, compulsory social security; also the pay offices of ministries.
  if (employer.naf.startsWith('84')) return true;
  // INSEE gives SIREN numbers starting with 1 to bodies of the State and with 2 to local bodies.
  if (/^[12]/.test(employer.siret)) return true;
  // INSEE legal categories: 4 = public body under commercial law, 7 = body under administrative law.
  if (employer.legalCategory !== null) return /^[47]/.test(employer.legalCategory);
  return hasPublicName(employer);
}

/**
 * Tax offices, customs and pay offices are in one class with town halls, 8411Z, and its hires are those of towns: what they
 * say of masons or cooks is not true of an office of the State, which hires by competition. Their numbers tell them apart:
 * INSEE legal category 71 = administration of the State; else a SIREN starting with 1.
 */
function isStateOffice({ naf, legalCategory, siret }: ReadEmployer): boolean {
  if (naf !== '8411Z') return false;
  return legalCategory === null ? siret.startsWith('1') : legalCategory.startsWith('71');
}

const CARE_AND_CULTURE = /^(?:86|87|88|9101)/;
const SCHOOLS = /^85[1-4]/;
const PUBLIC_CARE_NAME =
  /\b(?:(?:centre|ctre|ctr) hosp\w*|hopital|hopitaux|chr|chu|chs|chru|ccas|(?:centre|ctre) (?:communal|com) (?:d )?action sociale|commune de|ville de|departement d\w*|etablissement francais du sang)\b/;
const PUBLIC_SCHOOL_NAME =
  /\b(?:lycee|college|ecole (?:maternelle|mat|primaire|elem\w*|publique)|groupe scolaire|universite|commune de|ville de)\b/;
/** Words by which a hospital or a school of those names says that it is private. */
const PRIVATE_NAME =
  /\b(?:prive|privee|prives|privees|clinique|polyclinique|institut\w*|ass|assoc\w*|ogec|fondation|mutuel\w*|mutualis\w*|congregation|ensemble scol\w*|libre|cours|episcopal|catholique|notre dame|st|ste|saint|sainte|sarl|sas|sa)\b/;

/**
 * Registers without a legal category leave only the name for the few public hospitals and schools whose number starts
 * with neither 1 nor 2. A word that says "private" wins: a wrong "public" would hide an employer from the list.
 */
function hasPublicName({ naf, folded: name }: ReadEmployer): boolean {
  const isCare = CARE_AND_CULTURE.test(naf);
  if ((!isCare && !SCHOOLS.test(naf)) || PRIVATE_NAME.test(name)) return false;
  return isCare ? PUBLIC_CARE_NAME.test(name) : PUBLIC_SCHOOL_NAME.test(name);
}

const CO_OWNERSHIP_NAME =
  /^(?:copro(?:p|prie|priete|prietes|prietaires?)?\b|synd\w* (?:(?:des?|du|de la) )?co ?pr\w*|s ?d ?c\b|immeubles? (?:\w+ )?\d)/;

/** A syndicate of co-owners employs at most a caretaker. NAF 8110Z holds them in the register, with few true firms. */
function isCoOwnership({ naf, folded }: ReadEmployer): boolean {
  return naf === '8110Z' || CO_OWNERSHIP_NAME.test(folded);
}

const PROPERTY_NAME = /^(?:s ?c ?i\b|(?:soc|ste|societe) civ\w* imm\w*|indivision\b)|\bsci$/;
const PROPERTY_CLASS = /^(?:6820[AB]|6810Z|4110[A-D])$/;

/**
 * A company that only carries walls hires nobody: property companies by name, and lessors, dealers and developers
 * under ten employees (NAF 6820A, 6820B, 6810Z, 4110A to D). Larger ones, such as social landlords, are employers.
 */
function isPropertyShell({ naf, folded, headcountBand }: ReadEmployer): boolean {
  if (PROPERTY_NAME.test(folded)) return true;
  if (!PROPERTY_CLASS.test(naf)) return false;
  const range = headcountRange(headcountBand);
  return range === null || range.max < 10;
}
