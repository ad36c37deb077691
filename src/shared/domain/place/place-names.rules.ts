/**
 * Names and codes of communes as official files write them: La Poste in capitals without accents or hyphens, INSEE
 * with Paris, Lyon and Marseille cut into arrondissements.
 */

import { fold } from '../../kernel/text.ts';

const ARRONDISSEMENT = /^(PARIS|LYON|MARSEILLE) (\d{1,2})$/;
/** Words between the parts of a name, in lower case except at its head. */
const LINKS: ReadonlySet<string> = new Set(
  'sur sous de du des di dit del dels en ez la le les lez et aux au a devant derriere dessus dessous par'.split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set(['LE', 'LA', 'LES']);
const SAINTS: Readonly<Record<string, string>> = { ST: 'Saint', STE: 'Sainte', STS: 'Saints', STES: 'Saintes' };
/** Towns whose name ends like a plural: "Joué-lès-Tours", unlike "Aix-les-Bains". */
const TOWNS_IN_S: ReadonlySet<string> = new Set(
  'arras reims tours sens troyes beauvais soissons orleans amiens poitiers valenciennes langres avesnes nevers angers dreux meaux bapaume louviers lens mons chalons provins beziers ales dax saintes loches citeaux cormeilles couches'.split(
    ' ',
  ),
);

/** "ST JULIEN LES METZ" → "Saint-Julien-lès-Metz". A name already in mixed case is kept: it comes from a better file. */
export function placeName(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim();
  if (/\p{Ll}/u.test(name)) return name;
  const arrondissement = ARRONDISSEMENT.exec(name);
  if (arrondissement !== null) {
    const rank = Number(arrondissement[2]);
    return `${capitalised(arrondissement[1] ?? '')} ${rank}${rank === 1 ? 'er' : 'e'} arrondissement`;
  }
  const words = name.split(/[ -]/);
  const [first = '', ...rest] = words;
  if (ARTICLES.has(first) && rest.length > 0) return `${capitalised(first)} ${hyphenated(rest)}`;
  return hyphenated(words);
}

function hyphenated(words: readonly string[]): string {
  let name = '';
  words.forEach((word, index) => {
    const glued = name === '' || name.endsWith("'");
    name += (glued ? '' : '-') + placeWord(word, words[index + 1], index === 0);
  });
  return name;
}

function placeWord(word: string, next: string | undefined, isFirst: boolean): string {
  const saint = SAINTS[word];
  if (saint !== undefined) return saint;
  // La Poste drops apostrophes: "L HAY", "VAL D ISERE".
  if ((word === 'L' || word === 'D') && next !== undefined) return isFirst ? `${word}'` : `${word.toLowerCase()}'`;
  if (!isFirst && word === 'LES') return isNearTown(next) ? 'lès' : 'les';
  if (!isFirst && word === 'ES') return 'ès';
  // A link links two parts: the last word is a name ("Prades-le-Lez", "Abbans-Dessus").
  if (!isFirst && next !== undefined && LINKS.has(word.toLowerCase())) return word.toLowerCase();
  return word.split("'").map(capitalised).join("'");
}

/** "lès" (near) comes before a town, "les" before a plural: only the last letter of what follows tells them apart. */
function isNearTown(next: string | undefined): boolean {
  if (next === undefined) return false;
  return !/[SX]$/.test(next) || TOWNS_IN_S.has(next.toLowerCase());
}

function capitalised(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

/**
 * The whole city of an arrondissement (Paris 751xx → 75056, Lyon 6938x → 69123, Marseille 132xx → 13055), or null for
 * any other commune. Source: INSEE, Code officiel géographique.
 */
export function wholeCityOf(communeCode: string): string | null {
  if (/^751(?:0[1-9]|1\d|20)$/.test(communeCode)) return '75056';
  if (/^6938[1-9]$/.test(communeCode)) return '69123';
  return /^132(?:0[1-9]|1[0-6])$/.test(communeCode) ? '13055' : null;
}

/** Of each city cut into arrondissements: its code, the code that its arrondissements count from, how many there are. */
const CITIES: Readonly<Record<string, { readonly code: string; readonly before: number; readonly count: number }>> = {
  paris: { code: '75056', before: 75_100, count: 20 },
  lyon: { code: '69123', before: 69_380, count: 9 },
  marseille: { code: '13055', before: 13_200, count: 16 },
};

/**
 * The arrondissement that people write with its number ("Paris 15", "Lyon 3e", "marseille 12ème arrondissement") and its
 * city, by code; null for anything else ("Paris 75" is a département).
 */
export function arrondissementOf(text: string): { readonly code: string; readonly cityCode: string } | null {
  const found = /^(paris|lyon|marseille) 0?(\d{1,2}) ?(?:er|e|eme)?(?: arrondissements?| arrdt?)?$/.exec(fold(text));
  const city = CITIES[found?.[1] ?? ''];
  const rank = Number(found?.[2]);
  if (city === undefined || rank < 1 || rank > city.count) return null;
  return { code: String(city.before + rank), cityCode: city.code };
}

/** The département of a commune code: "57", "2A", "971". */
export function departementOf(communeCode: string): string {
  return /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
}

/**
 * The département most communes of a postcode are in; null when it is not a postcode. Spreadsheets drop leading zeros
 * ("6000"); Corsica is cut by range: 200 and 201 in the south (2A), 202 and 206 in the north (2B).
 */
export function departementFromPostcode(postcode: string): string | null {
  const digits = postcode.trim();
  if (!/^\d{4,5}$/.test(digits)) return null;
  const code = digits.padStart(5, '0');
  if (/^20[01]/.test(code)) return '2A';
  if (/^20[26]/.test(code)) return '2B';
  return departementOf(code);
}
