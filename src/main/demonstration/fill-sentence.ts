/** Who and where a sentence speaks of. */
export interface Speaking {
  readonly isFeminine: boolean;
  /** In the form the person chose. */
  readonly title: string;
  readonly placeName: string;
  /** "à l’agence", "par téléphone". */
  readonly where: string;
}

const VOWEL = /^[aeiouyâàéèêëîïôöûüœh]/iu;

/**
 * Fills the slots of a sentence: `{elle|il}` agrees with the person; `{title}`, `{place}` and `{where}`; "de" and "à"
 * before them contract or elide ("d’électricienne", "du Mans", "aux Abymes"). `{J+6}` stays for resolve-dates.ts.
 */
export function fillSentence(sentence: string, { isFeminine, title, placeName, where }: Speaking): string {
  const inText = inSentence(lowerFirst(title));
  const town = inSentence(placeName);
  return sentence
    .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, feminine: string, masculine: string) =>
      isFeminine ? feminine : masculine,
    )
    .replace(/\bde \{title\}/g, () => (VOWEL.test(inText) ? `d’${inText}` : `de ${inText}`))
    .replace(/\bde \{place\}/g, () => ofPlace(town))
    .replace(/(?<![\p{L}])à \{place\}/gu, () => atPlace(town))
    .replaceAll('{title}', inText)
    .replaceAll('{place}', town)
    .replaceAll('{where}', where);
}

function ofPlace(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}

function atPlace(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

/** Nomenclatures write a straight apostrophe. */
export function inSentence(name: string): string {
  return name.replaceAll("'", '’');
}

/** A title within a sentence; an abbreviation keeps its capitals. */
function lowerFirst(title: string): string {
  return /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** ROME writes both forms, "Boulanger / Boulangère de nuit": the one a person uses. */
export function titleForm(title: string, isFeminine: boolean): string {
  const [masculine, feminine] = title.split(' / ');
  if (masculine === undefined || feminine === undefined) return title;
  if (isFeminine) return feminine;
  // What follows the first form is written once, after the second.
  const rest = feminine.split(' ').slice(masculine.split(' ').length);
  return [masculine, ...rest].join(' ');
}
