import { fold } from '../../kernel/text.ts';
import type { ContactMode, EmployerGroup } from '../employer/employer.schema.ts';

/** Where the sentence is said: each has its own door. */
type Door = 'in-person' | 'application' | 'public' | 'agency' | 'insertion';

/**
 * The first sentence to say, in French, as it is said there. Authored: it says the trade and asks whom to talk to, and
 * nothing of the person; it agrees with whoever says it.
 *
 * @param rome what the person looks for; null where that is not known yet
 */
export function firstSentence(asked: {
  readonly rome: string | null;
  readonly group: EmployerGroup;
  readonly mode: ContactMode;
  readonly employerName: string;
}): string {
  return SENTENCES[doorOf(asked)](tradeOf(asked.rome));
}

const SENTENCES: Readonly<Record<Door, (trade: string) => string>> = {
  'in-person': (trade) =>
    `Bonjour, je cherche du travail${trade}. Avec qui puis-je en parler, aujourd’hui ou un autre jour\u202f?`,
  application: (trade) =>
    `Bonjour, je cherche du travail${trade}, et j’aimerais travailler chez vous. À qui puis-je envoyer mon CV\u202f?`,
  public: (trade) =>
    `Bonjour, je cherche un poste${trade}, sans concours ou sous contrat. Quel service reçoit les candidatures\u202f?`,
  agency: (trade) =>
    `Bonjour, je cherche des missions${trade}. Comment m’inscrire, et quand puis-je rencontrer quelqu’un\u202f?`,
  insertion: (trade) =>
    `Bonjour, j’aimerais travailler${trade} dans votre structure. Qui peut m’expliquer comment on y entre\u202f?`,
};

function doorOf({ group, mode, employerName }: Parameters<typeof firstSentence>[0]): Door {
  if (isInsertionName(employerName)) return 'insertion';
  return group === 'private' ? mode : group;
}

/**
 * Structures of work integration (Code du travail, L5132-4) by what they call themselves: registers do not mark them. A
 * groupement (GEIQ) employs for others and qualifies: one comes in by the same door.
 */
const INSERTION_NAME =
  /\b(?:geiq|etti|(?:entreprise|association|atelier|chantier|chantiers|ateliers) (?:et chantier |et chantiers )?(?:d )?insertion|association intermediaire|regie de quartiers?|regie de territoire)\b/;

export function isInsertionName(name: string): boolean {
  return INSERTION_NAME.test(fold(name));
}

/** " dans la vente": by the professional domain of the occupation (three characters), else by its family (one). */
function tradeOf(rome: string | null): string {
  if (rome === null) return '';
  const trade = TRADES[rome.slice(0, 3)] ?? TRADES[rome.slice(0, 1)];
  return trade === undefined ? '' : ` ${trade}`;
}

/** Families and domains of ROME, in words that are said. */
const TRADES: Readonly<Record<string, string>> = {
  A: 'dans l’agriculture',
  A12: 'dans les espaces verts',
  A15: 'auprès des animaux',
  B: 'dans l’artisanat d’art',
  C: 'dans la banque et l’assurance',
  C15: 'dans l’immobilier',
  D: 'dans la vente',
  D11: 'dans l’alimentation',
  D15: 'dans un grand magasin',
  E: 'dans la communication',
  F: 'dans le bâtiment',
  F13: 'dans la conduite d’engins de chantier',
  G: 'dans l’hôtellerie et la restauration',
  G12: 'dans l’animation',
  G16: 'en cuisine',
  G18: 'en salle',
  H: 'dans l’industrie',
  H21: 'dans l’industrie alimentaire',
  H22: 'dans le bois',
  H24: 'dans le textile et le cuir',
  H29: 'dans la métallurgie et la mécanique',
  I: 'dans la maintenance',
  I16: 'dans la réparation de véhicules',
  J: 'dans la santé',
  J15: 'dans le soin',
  K: 'dans les services',
  K12: 'dans l’accompagnement social',
  K13: 'dans l’aide à domicile',
  K21: 'dans la formation',
  K22: 'dans la propreté',
  K25: 'dans la sécurité',
  L: 'dans le spectacle',
  M: 'dans un bureau',
  M12: 'dans la comptabilité et la gestion',
  M15: 'dans les ressources humaines',
  M16: 'dans le secrétariat et l’accueil',
  M17: 'dans le commerce',
  M18: 'dans l’informatique',
  N: 'dans le transport et la logistique',
  N11: 'dans la logistique',
  N41: 'dans la conduite routière',
};

/** Every sentence there is, for whoever reads them all again. */
export function everySentence(): readonly string[] {
  return Object.values(SENTENCES).flatMap((say) =>
    ['', ...Object.values(TRADES)].map((trade) => say(` ${trade}`.trimEnd())),
  );
}
