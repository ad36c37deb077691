import type { AuthoredNames } from './inputs.ts';
import type { Draw } from '../../../shared/kernel/draw.ts';

/**
 * Fills a template of names.json: `{surname}`, `{surname2}`, `{first}`, `{nature}` (a plural: "Tilleuls"), `{spot}`
 * ("du Marché"), `{commune}`; `{des}` and `{de}` agree with the word that follows ("du Mans", "d'Angers", "d'Antoine").
 */
export function fillTemplate(template: string, names: AuthoredNames, communeName: string, draw: Draw): string {
  const surname = draw.pick(names.surnames);
  const commune = withoutArrondissement(communeName);
  return template
    .replace('{de} {commune}', ofPlace(commune))
    .replace('{de} {first}', () => ofName(draw.pick(names.firstNames)))
    .replace('{commune}', commune)
    .replace('{des}', 'des')
    .replace('{surname2}', () => otherThan(surname, names.surnames, draw))
    .replace('{surname}', surname)
    .replace('{first}', () => draw.pick(names.firstNames))
    .replace('{nature}', () => draw.pick(names.nature))
    .replace('{spot}', () => draw.pick(names.spots));
}

/** "de" with the name of a commune: its article contracts, a vowel elides. */
function ofPlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return ofName(name);
}

function ofName(name: string): string {
  return /^[AEIOUYÂÀÉÈÊÎÏÔÖÛÜŒ]/u.test(name) ? `d'${name}` : `de ${name}`;
}

/** "Lyon 3e Arrondissement" is an address, not a name: one says "Lyon". */
function withoutArrondissement(name: string): string {
  return name.replace(/ \d+e?r? Arrondissement$/u, '');
}

function otherThan(word: string, words: readonly string[], draw: Draw): string {
  const other = draw.pick(words);
  return other === word ? (words.find((candidate) => candidate !== word) ?? word) : other;
}
