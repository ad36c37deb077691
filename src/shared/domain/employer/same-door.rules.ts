import { compareText, fold } from '../../kernel/text.ts';

/** What tells which door an establishment is behind, beside its commune. */
export interface Doorway {
  readonly siret: string;
  /** What is written on the door, as lists show it. */
  readonly name: string;
  readonly naf: string;
  readonly group: string;
  /** Street and number; empty where the source says none. */
  readonly address: string;
  /** WGS84 as the source says it; null where it says none, or where the centre of the commune stands for it. */
  readonly position: { readonly lat: number; readonly lon: number } | null;
  /** Position of its headcount band in the order of bands: the higher, the larger. */
  readonly size: number;
  readonly yearlyHires: number | null;
}

/** Several legal units behind one door: the one that lists show, and those that it stands for. */
export interface Door {
  readonly shown: string;
  readonly others: readonly string[];
}

/**
 * The doors of a commune that several legal units share: one address, one kind of activity (NAF division), one group, and
 * the same name but for a word. A restaurant sold leaves two or three legal units in the register for years; an advisor
 * sends people to a door. Who is alone, or is with sites of its own legal unit only, is in none.
 */
export function doorsIn(communeName: string, establishments: readonly Doorway[]): readonly Door[] {
  const places = new Map<string, Doorway[]>();
  for (const each of establishments) {
    const place = placeOf(each);
    if (place === null) continue;
    const others = places.get(place);
    if (others === undefined) places.set(place, [each]);
    else others.push(each);
  }
  return [...places.values()].filter((there) => there.length > 1).flatMap((there) => doorsAt(there, communeName));
}

/**
 * Whether two names at one address are one sign. Where a number says which door, one may say more than the other ("Flo",
 * "Brasserie Flo"); where none does, as in a shopping centre, both have to say the same.
 */
export function isSameSign(
  a: string,
  b: string,
  {
    communeName,
    naf,
    isNumbered,
  }: { readonly communeName: string; readonly naf: string; readonly isNumbered: boolean },
): boolean {
  return areOneSign(signOf(a, communeName), signOf(b, communeName), { naf, isNumbered });
}

/** The words of a name that tell it from others. */
interface Sign {
  readonly words: readonly string[];
  /** It says what is done there and no name: "Avocats", "La Boucherie". */
  readonly isTradeOnly: boolean;
}

/** The establishments of a place that have one sign to the letter. */
interface Signed {
  readonly sign: Sign;
  readonly members: readonly Doorway[];
}

function doorsAt(there: readonly Doorway[], communeName: string): readonly Door[] {
  const [{ naf, address }] = there as [Doorway];
  const at = { naf, isNumbered: /\d/.test(address) };
  const doors: Signed[][] = [];
  for (const each of bySign(there, communeName)) {
    const door = doors.find((signs) => signs.every(({ sign }) => areOneSign(sign, each.sign, at)));
    // What is no sign of one employer, "Avocats", is not one of several either.
    if (door !== undefined) door.push(each);
    else if (areOneSign(each.sign, each.sign, at)) doors.push([each]);
  }
  return doors
    .map((signs) => signs.flatMap(({ members }) => members))
    .filter(hasSeveralLegalUnits)
    .map((members) => {
      const [shown, ...others] = members.sort(shownFirst).map(({ siret }) => siret);
      return { shown: shown as string, others };
    });
}

/** The shortest names first: they are what the longer ones have in common. */
function bySign(there: readonly Doorway[], communeName: string): readonly Signed[] {
  const signs = new Map<string, { readonly sign: Sign; readonly members: Doorway[] }>();
  for (const each of there) {
    const sign = signOf(each.name, communeName);
    const key = sign.words.join(' ');
    const known = signs.get(key);
    if (known === undefined) signs.set(key, { sign, members: [each] });
    else known.members.push(each);
  }
  return [...signs]
    .sort(([a, { sign: x }], [b, { sign: y }]) => x.words.length - y.words.length || compareText(a, b))
    .map(([, signed]) => signed);
}

/** The largest one; of two alike, the newest legal unit: it is the one that took the other over. */
function shownFirst(a: Doorway, b: Doorway): number {
  return b.size - a.size || (b.yearlyHires ?? -1) - (a.yearlyHires ?? -1) || Number(b.siret) - Number(a.siret);
}

function hasSeveralLegalUnits(members: readonly Doorway[]): boolean {
  return new Set(members.map(({ siret }) => siret.slice(0, 9))).size > 1;
}

/** Null where neither an address nor a position says where it is. */
function placeOf({ naf, group, address, position }: Doorway): string | null {
  const where = address === '' ? (position === null ? null : `${position.lat} ${position.lon}`) : fold(address);
  return where === null || where === '' ? null : `${naf.slice(0, 2)} ${group} ${where}`;
}

function areOneSign(a: Sign, b: Sign, at: { readonly naf: string; readonly isNumbered: boolean }): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (short.words.join('').length < 3) return false;
  const isBeginning = short.words.every((word, index) => word === long.words[index]);
  const isWhole = isBeginning && short.words.length === long.words.length;
  if (short.isTradeOnly) return isWhole && !SHARED_PRACTICES.test(at.naf);
  return at.isNumbered ? isBeginning : isWhole;
}

/** Lawyers, architects and doctors share an address and a profession, and are employers of their own. */
const SHARED_PRACTICES = /^(?:69|71|86)/;

/** What registers add to a name: legal forms, articles, words of organisation. */
const SAID_OF_ANY: ReadonlySet<string> = new Set(
  `a au aux d de des du en et l la le les sur the sarl eurl sas sasu sa snc sc scp sci selarl scea gie ste soc societe
   ets etablissement etablissements cie compagnie ass assoc association groupe holding france distribution diffusion
   magasin magasins ii iii iv`.split(/\s+/),
);

/** What is done there, when a name begins with it: "Brasserie Flo" is Flo. */
const TRADES: ReadonlySet<string> = new Set(
  `agence architecte architectes auberge avocat avocats bar bijouterie bistrot boucherie boulangerie boutique brasserie
   cabaret cabinet cafe charcuterie chaussures clinique coiffeur coiffure dentaire dentiste dentistes docteur entreprise
   epicerie fleuriste garage glacier hotel huissiers infirmier infirmiers institut kebab kinesitherapeute laboratoire
   librairie medecin medecins medical notaire notaires opticien optique parfumerie patisserie pharmacie pizza pizzeria
   presse pressing residence restaurant salon service snack station supermarche tabac taxi taxis traiteur`.split(/\s+/),
);

function signOf(name: string, communeName: string): Sign {
  const commune = new Set(fold(communeName).split(' '));
  const words = fold(name)
    .split(' ')
    .filter((word) => word !== '' && !SAID_OF_ANY.has(word) && !/^\d+$/.test(word))
    // Clerks double letters as they please: "Pontifroy", "Pontiffroy".
    .map((word) => word.replace(/(.)\1/g, '$1'));
  const elsewhere = words.filter((word) => !commune.has(word));
  const said = elsewhere.length === 0 ? words : elsewhere;
  const own = said.findIndex((word) => !SIMPLE_TRADES.has(word));
  return own < 0 ? { words: said.slice(-1), isTradeOnly: true } : { words: said.slice(own), isTradeOnly: false };
}

/** As words are compared, without doubled letters. */
const SIMPLE_TRADES: ReadonlySet<string> = new Set([...TRADES].map((word) => word.replace(/(.)\1/g, '$1')));
