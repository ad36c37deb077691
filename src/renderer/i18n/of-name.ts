/** Aeiou with their accents. Y is left alone ("de Yann"), as is h, mute or not: the spelling does not tell. */
const VOWEL = /^[aeiouœæ]/i;

/** "d’Ariane", "de Marc"; in English, "of Ariane". */
export function ofName(name: string, language: string): string {
  if (language !== 'fr') return `of ${name}`;
  return VOWEL.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
