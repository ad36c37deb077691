/** Words of a company name in normal case: registers write capitals, a sheet in capitals is hard to read. */

/** Legal forms and acronyms that hold a vowel and stay in capitals; those without a vowel need no list. */
const ACRONYMS: ReadonlySet<string> = new Set(
  `SARL SAS SASU SA EURL SCI SCEA SCA SELARL SELAS SELARLU EARL GAEC GIE EI EIRL SEM SEML SIVOM EPIC CUMA SCOP SCIC
   CCAS CIAS EHPAD EPHAD ESAT IME ITEP SESSAD SAVS MAS FAM CAF CPAM CARSAT UDAF UNAFAM ADMR AMAPA AFPA CFA UFR IUT IUFM
   INSEE SNCF EDF GDF RATP MSA MAIF MACIF MAAF AG2R AGF GAN AXA ING UCPA UFCV USEP ANPE DIREN CIC UIMM CCI URSSAF ARS
   ONF INRA INSERM CNRS CEA AFP ZAC ZI ZA USA UE TV BIO3 II III IV VI VII VIII IX XI XII XIX XX XXI XXEME`.split(/\s+/),
);
/** Words without a vowel that are no acronym: abbreviations of register clerks. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['ST', 'DR', 'DRS', 'MR', 'MRS', 'SNT']);
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'de du des la le les et a à au aux en sur sous ou par pour chez'.split(' '),
);
/** What an elision leaves before its apostrophe: "d'Or", "l'Étang". */
const ELIDED: ReadonlySet<string> = new Set(['d', 'l', 'qu', 'j', 'n', 's', 'c']);

/** "LA BOITE A PIZZA" → "La Boite a Pizza". Text already in mixed case is kept: somebody chose it. */
export function normalCase(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  if (/\p{Ll}/u.test(clean)) return clean;
  const words = clean.split(' ');
  let name = '';
  words.forEach((word, index) => {
    const glue = name === '' || name.endsWith("'") ? '' : ' ';
    name += glue + casedWord(word, index, words);
  });
  return name;
}

function casedWord(word: string, index: number, words: readonly string[]): string {
  const previous = words[index - 1];
  const next = words[index + 1];
  if (isElision(word, previous, next)) return `${index === 0 ? word : word.toLowerCase()}'`;
  // Letters in a row ("A M P") spell an acronym; "à" and "d'" stand between words.
  if (isLetter(word) && (isLetter(previous) || isLetter(next))) return word;
  if (index > 0 && SMALL_WORDS.has(word.toLowerCase())) return word.toLowerCase();
  // Dotted initials: "E.B.T.L.", "S.I.".
  if (/^(?:\p{L}\.)+\p{L}?\.?$/u.test(word)) return word;
  return word
    .split('-')
    .map((part, rank) => casedPart(part, index > 0 || rank > 0, rank > 0))
    .join('-');
}

/** Registers drop apostrophes: "D ANJOU", "L EUROPEENNE". */
function isElision(word: string, previous: string | undefined, next: string | undefined): boolean {
  return /^[DL]$/.test(word) && !isLetter(previous) && next !== undefined && /^[AEIOUYH]\p{L}{2}/u.test(next);
}

function isLetter(word: string | undefined): boolean {
  return word !== undefined && /^\p{L}$/u.test(word);
}

/** One part of a hyphenated word, with its apostrophes: "PART", "D'OR", "O'KEBAP", "PIZZERIA&CO". */
function casedPart(part: string, isInside: boolean, isAfterHyphen: boolean): string {
  const [head = '', ...tail] = part.split(/['’]/);
  if (tail.length > 0 && tail.join('') !== '') {
    const lead = isInside && ELIDED.has(head.toLowerCase()) ? head.toLowerCase() : casedRuns(head);
    return [lead, ...tail.map((piece) => (piece === 'S' ? 's' : casedRuns(piece)))].join("'");
  }
  if (isAfterHyphen && SMALL_WORDS.has(part.toLowerCase())) return part.toLowerCase();
  return casedRuns(part);
}

/** Each run of letters on its own, so that "(CHIC" and "PAIN&VIN" come out right; codes such as "T3V" are kept. */
function casedRuns(text: string): string {
  const ordinal = /^(\d+)(ERE|ER|EME|E|ND|NDE)$/.exec(text);
  if (ordinal !== null) return `${ordinal[1]}${ordinal[2]?.toLowerCase()}`;
  if (/\d/.test(text)) return text;
  return text.replace(/\p{L}+/gu, (run) => (staysUpper(run) ? run : run.charAt(0) + run.slice(1).toLowerCase()));
}

function staysUpper(run: string): boolean {
  if (ACRONYMS.has(run)) return true;
  return !ABBREVIATIONS.has(run) && !/[AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ]/.test(run);
}
