/** The 21 sections of NAF rev. 2, with the divisions each covers. Source: INSEE, Nomenclature d'activités française 2008. */
const SECTIONS = [
  ['A', 1, 3],
  ['B', 5, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
] as const;

export type SectionCode = (typeof SECTIONS)[number][0];

export const SECTION_CODES: readonly SectionCode[] = SECTIONS.map(([code]) => code);

/** The section of a NAF code (`1071C` → `C`), or null when its division does not exist (`0000Z`). */
export function sectionOf(naf: string): SectionCode | null {
  const division = Number(naf.slice(0, 2));
  const found = SECTIONS.find(([, first, last]) => division >= first && division <= last);
  return found === undefined ? null : found[0];
}

/** A NAF rev. 2 class: four digits and a letter. */
export function isNafCode(text: string): boolean {
  return /^\d{4}[A-Z]$/.test(text);
}
