import { fold } from '../../kernel/text.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { normalCase } from './name-case.rules.ts';

/** The part of an establishment's record that its shown name depends on. */
export interface NamedEmployer {
  readonly legalName: string;
  readonly sign: string | null;
  readonly isSoleTrader: boolean;
  readonly isDiffusible: boolean;
}

/**
 * The name to show: what is written on the door, else the legal name, in normal case. A sole trader's own name is
 * personal data: it is shown only where there is no sign. One that opposed diffusion has no name at all, nor sign. Null
 * when no name may be shown: the caller then says what the establishment does ("Boulangerie, entreprise individuelle").
 */
export function displayName(employer: NamedEmployer): string | null {
  if (!employer.isDiffusible) return null;
  const sign = employer.sign === null ? null : usableSign(employer.sign, employer);
  if (sign !== null) return normalCase(sign);
  const legalName = tidied(employer.legalName);
  if (!/\p{L}/u.test(legalName)) return null;
  return normalCase(legalName);
}

/** The sign, or null when it carries no name of its own: digits, an office mark, or the owner's name again. */
function usableSign(text: string, owner: { legalName: string; isSoleTrader: boolean }): string | null {
  const sign = tidied(text);
  if (!/\p{L}/u.test(sign) || SIGN_WITHOUT_NAME.test(fold(sign))) return null;
  if (hasCivility(sign)) return null;
  if (owner.isSoleTrader && sameWords(sign, owner.legalName)) return null;
  return sign;
}

/**
 * Marks of an office inside its organisation, or a piece of address, in the place of a sign: "DEP 57", "ETAGE 3E",
 * "DU 17 AU 25", and the placeholders of files and of partial diffusion.
 */
const SIGN_WITHOUT_NAME =
  /^(?:(?:dep|dept|dpt|departement) ?\d+\w*|(?:\d\w* )?etage(?: \d\w*)?|(?:bat|batiment|bp|cs|lot|porte) ?\w{1,4}|du \d+ au \d+|null|nd|neant|sans enseigne)$/;

const CIVILITY = /^(?:monsieur|madame|mademoiselle|mr|mme|mlle|m\.) [\p{L} '-]+$/iu;

/** "MONSIEUR X Y" on a door is a person's name, even when nothing marks a sole trader. */
function hasCivility(text: string): boolean {
  return CIVILITY.test(text.replace(/\s+/g, ' ').trim());
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string): string => fold(text).split(' ').sort().join(' ');
  return words(a) === words(b);
}

/** Without the quotes, registration numbers and loose punctuation that registers carry along. */
function tidied(text: string): string {
  return text
    .replace(/["«»]+/g, ' ')
    .replace(/''/g, "'")
    .replace(/\b\d{9,14}\b/g, ' ')
    .replace(/^\s*\[ND\]\s*$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-.,;:]+|[\s\-,;:]+$/g, '');
}

/**
 * Divisions where people work in their own name: farms, building, trade, transport, hotels and restaurants, property,
 * law, accounts, consulting, services, teaching, health and care, arts, sport, repairs, personal services.
 */
const SOLE_TRADER_DIVISIONS: ReadonlySet<string> = new Set(
  `01 02 03 10 13 14 15 16 18 23 25 31 32 33 38 41 43 45 46 47 49 52 53 55 56 58 59 62 63 66 68 69 70 71 73 74 75 77 79
   80 81 82 85 86 88 90 93 95 96 97`.split(/\s+/),
);

/** Words that make a company of a name that ends like a first name: "GARAGE MARTIN", "CHEZ PAUL", "AUBERGE ST DENIS". */
const COMPANY_WORDS: ReadonlySet<string> = new Set(
  `sarl sas sasu sa eurl snc scp scm sci selarl scea earl gaec gie ste societe soc ets etablissements entreprise groupe
   compagnie cie maison chez garage transports transport auto autos taxi taxis ambulances pharmacie boulangerie boulangeries patisserie
   boucherie photo charcuterie cafe bar brasserie restaurant auberge hotel hostellerie pizzeria salon coiffure institut optique
   cabinet agence immobilier immobiliere regie clinique laboratoire labo dr drs docteur docteurs saint st sainte ste le la
   les l du des aux au a et en sur club ass association amicale union foyer centre ctre college lycee ecole ensemble
   residence domaine chateau villa jardin jardins fleurs espace studio atelier ateliers editions imprimerie librairie
   galerie boutique mode bijouterie joaillerie menuiserie plomberie electricite peinture construction batiment
   menage chaussures vetements services service conseil conseils consulting finance assurances credit banque caisse copropriete immeuble rue
   place quartier paroisse fabrique mense eglise fondation comite syndicat groupement academie theatre cinema radio
   ecurie haras ferme bd groupe holding production productions events`.split(/\s+/),
);

/**
 * Whether a legal name is a person's, for registers that do not mark sole traders: surname first, then only first
 * names and initials ("PELOUARD JEAN LUC"), in a division where people work in their own name.
 */
export function isSoleTraderName(legalName: string, naf: string): boolean {
  if (!SOLE_TRADER_DIVISIONS.has(naf.slice(0, 2)) || /\d/.test(legalName)) return false;
  if (hasCivility(legalName)) return true;
  if (/[&+.()/]/.test(legalName)) return false;
  const words = legalName.trim().split(/\s+/).map(fold);
  if (words.length < 2 || words.length > 5) return false;
  let rest = words.length;
  while (rest > 1 && isGivenName(words[rest - 1] ?? '')) rest -= 1;
  // What is left is the surname: one to three words, none of which belongs to a company; then at least one first name.
  const surname = words.slice(0, rest);
  const given = words.slice(rest);
  if (rest > 3 || !given.some((word) => word.length > 1)) return false;
  return (
    surname.every((word) => /^\p{L}[\p{L} ]*$/u.test(word) && !COMPANY_WORDS.has(word)) &&
    surname.some((word) => word.length > 2)
  );
}

/** A first name, possibly double ("jean luc" from JEAN-LUC), or the initial of one. */
function isGivenName(folded: string): boolean {
  return /^\p{L}$/u.test(folded) || folded.split(' ').every((part) => GIVEN_NAMES.has(part) || /^\p{L}$/u.test(part));
}
