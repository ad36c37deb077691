import type { ManifestSource } from '../../shared/domain/dataset/dataset.schema.ts';
import type { Decision } from '../../shared/domain/decision/decision.schema.ts';
import type { EmployerQuery, SuggestionOrder } from '../../shared/domain/suggestion/suggestion.schema.ts';
import type { FactorName } from '../../shared/domain/suggestion/suggestion.ts';
import type { Snapshot, SuggestionSnapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import { headcountRange, type HeadcountBand } from '../../shared/domain/employer/headcount.ts';
import type { Paper, PaperBlock, PaperSection } from '../../shared/domain/paper/paper.schema.ts';
import { frenchDay } from '../../shared/kernel/french-day.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';

/** What the data in use call things that a snapshot keeps by their code; null where they have no such thing any more. */
export interface DataNames {
  readonly occupation: (rome: string) => string | null;
  readonly commune: (code: string) => string | null;
  /** Who published the data of that version; none where it is in use no more. */
  readonly sources: (version: string) => readonly Pick<ManifestSource, 'source' | 'publisher' | 'vintage'>[];
}

interface Explained {
  readonly decision: Pick<Decision, 'snapshot' | 'at'>;
  readonly actorName: string;
  readonly timeZone: string;
  readonly names: DataNames;
  /** The most each factor gave for this person: those of the formula, or those they had moved. */
  readonly weights: Readonly<Record<FactorName, number>>;
}

type Suggested = Explained & { readonly snapshot: SuggestionSnapshot };

const FACTORS: Readonly<Record<FactorName, string>> = {
  potential: 'Embauches attendues dans ce métier',
  distance: 'Distance depuis le centre de la recherche',
  size: 'Nombre de salariés',
};

/** The files that a suggestion of employers is computed from. */
const SOURCES: Readonly<Partial<Record<ManifestSource['source'], string>>> = {
  establishments: 'Établissements, adresses et nombres de salariés',
  'rome-naf-hires': 'Embauches par métier et par secteur',
  'hires-forecast': 'Prévision d’embauches',
};

const BASES: Readonly<Record<SuggestionSnapshot['potential']['basis'], string>> = {
  counts: 'd’après les embauches comptées dans cet établissement',
  forecast: 'd’après une prévision faite à partir d’embauches comptées',
  estimate: 'estimées d’après le nombre de salariés et les embauches habituelles du secteur',
  none: 'pas assez de données pour les estimer',
};

const GROUPS: Readonly<Record<EmployerQuery['group'], string>> = {
  private: 'des entreprises',
  public: 'des employeurs publics',
  agency: 'des agences d’intérim et des groupements d’employeurs',
};

/**
 * What article R. 311-3-1-2 of the code of public relations asks to be told of one decision: the part of the algorithm, the
 * data and their sources, the parameters and their weight, the operations; then the rights of R. 311-3-1-1. Made of what the
 * decision kept. What was decided is not told, nor why: the page says how an employer came to be proposed.
 */
export function explanationPaper(explained: Explained): Paper {
  const { snapshot, at } = { ...explained.decision };
  const place = snapshot.communeName === null ? '' : `, ${snapshot.communeName}`;
  const lead = [
    `${snapshot.name}${place}`,
    `Décision prise le ${dayAt(at, explained)}, enregistrée par ${explained.actorName}.`,
  ];
  const title = 'Comment cette entreprise a été proposée';
  if (snapshot.kind !== 'suggested') {
    return { title, lead, sections: [withoutComputing(snapshot), rights(false)], foot: [] };
  }
  const suggested = { ...explained, snapshot };
  return {
    title,
    lead,
    sections: [part(suggested), data(suggested), parameters(suggested), operations(suggested), rights(true)],
    foot: [
      'Page établie à partir de ce qui a été gardé au moment de la décision. Le calcul a été refait pour l’imprimer, et donne le même ' +
        'résultat.',
    ],
  };
}

function withoutComputing(snapshot: Exclude<Snapshot, SuggestionSnapshot>): PaperSection {
  const how =
    snapshot.kind === 'own'
      ? 'Cette entreprise ne vient d’aucun calcul\u00a0: quelqu’un la connaissait et l’a ajoutée.'
      : `Cette entreprise vient d’une liste sans calcul, par distance ou par nom (données ${snapshot.datasetVersion}).`;
  return { title: '1. La part du calcul', blocks: [text('Aucune.'), text(how)] };
}

function part({ snapshot, actorName }: Suggested): PaperSection {
  return {
    title: '1. La part du calcul',
    blocks: [
      text(
        `Le calcul a servi à préparer la liste\u00a0: cette entreprise y était ${place(snapshot.position)}, sur ` +
          `${count(snapshot.eligible)}. Il n’a rien décidé. Il ne lit rien sur vous, et ne classe personne.`,
      ),
      text(
        `Le choix a été fait pendant l’accompagnement et enregistré par ${actorName}. Rien n’est retenu sans ce choix.`,
      ),
    ],
  };
}

function data(explained: Suggested): PaperSection {
  const { snapshot, names } = explained;
  const { query, inputs, datasetVersion } = snapshot;
  const romes = query.romes.map((rome) => withName(rome, names.occupation(rome)));
  const published = names
    .sources(datasetVersion)
    .flatMap(({ source, publisher, vintage }) =>
      SOURCES[source] === undefined ? [] : [[SOURCES[source], `${publisher}, ${vintage}`] as const],
    );
  return {
    title: '2. Les données et leurs sources',
    blocks: [
      facts([
        ['Métier recherché', `${romes.join(', ')} (votre projet)`],
        ['Lieu', `${withName(query.communeCode, names.commune(query.communeCode))} (votre projet)`],
        ['Distance acceptée', `${query.radiusKm} km (votre projet)`],
        ['Distance de l’entreprise', kilometres(snapshot.distanceKm)],
        ['Salariés', headcount(inputs.band as HeadcountBand)],
        ['Embauches attendues', `${hires(snapshot)}, ${BASES[snapshot.potential.basis]}`],
        ['Part du métier dans le secteur', percent(inputs.affinity)],
        ['Version des données', `${datasetVersion}, en service le ${dayAt(Date.parse(snapshot.shownOn), explained)}`],
        ...published,
      ]),
      text(
        'Jamais lus\u00a0: votre nom, votre âge, votre sexe, votre adresse, votre nationalité, votre santé, votre famille. ' +
          'Une entreprise que vous ne voulez pas sort de votre liste, et cela ne change rien au calcul des autres.',
      ),
    ],
  };
}

function parameters({ snapshot, weights }: Suggested): PaperSection {
  const { factors, score, engineVersion, query } = snapshot;
  const isMoved = query.weights !== undefined;
  return {
    title: '3. Ce qui a compté, et combien',
    blocks: [
      facts([
        ...factors.map(({ name, contribution }): [string, string] => [
          FACTORS[name],
          `${contribution} points, sur ${weights[name]} possibles`,
        ]),
        ['Somme', `${score} points`],
        ['Formule', engineVersion],
      ]),
      text(
        isMoved
          ? 'Le poids de chaque élément avait été changé avec vous\u00a0: ce n’est pas le réglage habituel.'
          : 'Le poids de chaque élément est le même pour tout le monde.',
      ),
    ],
  };
}

function operations({ snapshot }: Suggested): PaperSection {
  const { query, order, rank, eligible, position } = snapshot;
  const { departements, sections, sizes } = query;
  const beyond = departements === undefined ? '' : `, ou dans les départements ${departements.join(', ')}`;
  const narrowed = [
    sections.length === 0 ? '' : `secteurs ${sections.join(', ')}`,
    sizes.length === 0 ? '' : `${sizes.join(', ')} salariés`,
  ].filter((words) => words !== '');
  const only = narrowed.length === 0 ? '' : ` Seulement\u00a0: ${narrowed.join('\u202f; ')}.`;
  const steps = [
    `Garder ${GROUPS[query.group]} dont le secteur embauche dans ce métier, à ${query.radiusKm} km au plus${beyond}.${only} Il y en a ` +
      `${count(eligible)}, une par employeur.`,
    'Pour chacune, estimer les embauches attendues dans ce métier sur six mois, mesurer la distance, lire le nombre de salariés.',
    'Donner des points à chacun de ces trois éléments, et les additionner.',
    `Ranger par nombre de points\u00a0: cette entreprise vient ${place(rank)}.`,
    ORDERS[order](position),
  ];
  return {
    title: '4. Les opérations, dans leur ordre',
    blocks: [
      {
        kind: 'list',
        marks: 'numbers',
        lines: steps.map((step) => ({ text: step, when: null, more: [] })),
      },
    ],
  };
}

const ORDERS: Readonly<Record<SuggestionOrder, (position: number) => string>> = {
  plain: () => 'Montrer la liste dans cet ordre.',
  spread: (position) =>
    `Varier l’ordre, pour ne pas envoyer tout le monde au même endroit\u00a0: à l’écran, elle était ${place(position)}.`,
};

function rights(isComputed: boolean): PaperSection {
  const lines = [
    'Vous pouvez demander les règles de ce traitement et la façon dont elles ont été appliquées pour vous (code des relations entre ' +
      'le public et l’administration, articles L. 311-3-1, R. 311-3-1-1 et R. 311-3-1-2).',
    'Sans réponse au bout d’un mois, vous pouvez saisir la Commission d’accès aux documents administratifs (cada.fr).',
    'Vous pouvez faire corriger vos données, et demander une liste sans calcul\u00a0: cela ne change rien à vos droits.',
  ];
  return {
    title: isComputed ? '5. Vos droits' : '2. Vos droits',
    blocks: [{ kind: 'list', marks: 'dots', lines: lines.map((words) => ({ text: words, when: null, more: [] })) }],
  };
}

function text(words: string): PaperBlock {
  return { kind: 'text', text: words };
}

function facts(pairs: readonly (readonly [string, string])[]): PaperBlock {
  return { kind: 'facts', facts: pairs.map(([label, value]) => ({ label, value, said: null })) };
}

function withName(code: string, name: string | null): string {
  return name === null ? code : `${name} (${code})`;
}

function place(position: number): string {
  return position === 1 ? 'à la 1re place' : `à la ${position}e place`;
}

function count(eligible: number): string {
  return eligible === 1 ? '1 entreprise' : `${figure(eligible)} entreprises`;
}

function hires({ potential: { expected, low, high } }: SuggestionSnapshot): string {
  if (expected === null) return 'inconnues';
  const range = low === null || high === null ? '' : ` (entre ${figure(low)} et ${figure(high)})`;
  return `${figure(expected)} en six mois${range}`;
}

function headcount(band: HeadcountBand): string {
  const range = headcountRange(band);
  if (range === null) return 'nombre inconnu';
  return range.max === 0 ? 'aucun' : `${figure(range.min)} à ${figure(range.max)}`;
}

function kilometres(km: number): string {
  return `${figure(km)} km`;
}

function percent(share: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

function figure(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(value).replaceAll('\u202f', '\u00a0');
}

function dayAt(instant: number, { timeZone }: Explained): string {
  return frenchDay(localDateAt(instant, timeZone));
}
