import { isOnPaper, reminderOnPaper } from '../../shared/domain/approach/on-paper.rules.ts';
import type { ApproachRow } from '../../shared/domain/approach/approach.schema.ts';
import { printedActions } from '../../shared/domain/action/on-paper.rules.ts';
import type { Action } from '../../shared/domain/action/action.schema.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { Paper, PaperLine, PaperSection } from '../../shared/domain/paper/paper.schema.ts';
import type { SheetOptions, ToBring } from '../../shared/domain/sheet/sheet.schema.ts';
import { frenchDay, frenchMoment, frenchShortDay } from '../../shared/kernel/french-day.ts';

/** As many employers as one page holds with what to say at each; the others are on their own page. */
const MOST_WITH_SENTENCE = 4;
const MOST_NAMED = 8;

const MODALITIES: Readonly<Record<Appointment['modality'], string>> = {
  'on-site': 'à l’agence',
  telephone: 'par téléphone\u00a0: nous vous appelons',
  video: 'en visio',
  home: 'chez vous',
  partner: 'chez un partenaire',
};

const THINGS: Readonly<Record<ToBring, string>> = {
  sheet: 'cette fiche',
  cv: 'votre CV',
  letters: 'vos lettres',
  answers: 'les réponses que vous avez reçues',
  papers: 'vos papiers',
  telephone: 'votre téléphone',
};

/** A line to write on with a pen. */
const BLANK = '_'.repeat(20);

export interface SheetSources {
  readonly today: string;
  readonly timeZone: string;
  readonly advisor: { readonly name: string; readonly agency: string };
  readonly actions: readonly Action[];
  /** By name. */
  readonly employers: readonly ApproachRow[];
  /** Whether an estimate had a part in what was retained. */
  readonly isEstimated: boolean;
  /** Whether one has been turned off by the person (R11). */
  readonly isComputingOff: boolean;
  readonly next: Appointment | null;
  readonly options: SheetOptions;
}

/**
 * "Ce que nous avons décidé": what the person leaves with. A list of what may be on it, never of what may not: nothing set
 * aside, no reason, no subject, no reading, no figure of an estimate, nobody else's name, nothing that was not done in time
 * (R10). No name of theirs either: a page is lost, or read by whoever passes.
 */
export function sheetPaper(sources: SheetSources): Paper {
  const { today, advisor, options } = sources;
  const actions = printedActions(sources.actions, today);
  const by = (owner: Action['owner']): readonly Action[] => actions.filter((action) => action.owner === owner);
  return {
    title: 'Ce que nous avons décidé',
    lead: [`${capital(frenchDay(today))}, avec ${advisor.name}, ${advisor.agency}`],
    sections: [
      ...toDo('Ce que vous faites', by('person'), 'boxes'),
      ...employersSection(sources),
      ...toDo(`${advisor.name} s’engage à`, by('advisor'), 'dots'),
      ...toDo('D’autres personnes s’engagent à', by('partner'), 'dots'),
      meeting(sources),
    ],
    foot: [...rights(sources), ...(options.isReadTogether ? [`Lu ensemble le ${frenchDay(today)}.`] : [])],
  };
}

function toDo(title: string, actions: readonly Action[], marks: 'dots' | 'boxes'): readonly PaperSection[] {
  if (actions.length === 0) return [];
  const lines = actions
    .toSorted((a, b) => inOrder(a.dueOn ?? '9', b.dueOn ?? '9'))
    .map(({ text, dueOn }) => ({ text, when: dueOn === null ? null : `avant le ${frenchShortDay(dueOn)}`, more: [] }));
  return [{ title, blocks: [{ kind: 'list', marks, lines }] }];
}

/** The employers still to go to, those retained last first, and those whose answer or whose call has a day. */
function employersSection({ employers, today }: SheetSources): readonly PaperSection[] {
  const ahead = employers.filter(
    (row) =>
      isOnPaper(row) && row.stage !== 'hired' && (row.stage === 'proposed' || reminderOnPaper(row, today) !== null),
  );
  if (ahead.length === 0) return [];
  const inTurn = ahead.toSorted((a, b) => b.retainedAt - a.retainedAt);
  const shown = inTurn.slice(0, MOST_WITH_SENTENCE).map((row) => employerLine(row, today));
  const others = inTurn.slice(MOST_WITH_SENTENCE);
  const named = others.slice(0, MOST_NAMED).map(({ name }) => name);
  const uncounted = others.length - named.length;
  const rest = [...named, ...(uncounted > 0 ? [`${uncounted} de plus, sur leur propre page`] : [])].join('\u202f; ');
  return [
    {
      title: 'Les entreprises à contacter',
      blocks: [
        { kind: 'list', marks: 'boxes', lines: shown },
        ...(rest === '' ? [] : [{ kind: 'text' as const, text: `Et aussi\u00a0: ${rest}.` }]),
      ],
    },
  ];
}

function employerLine(row: ApproachRow, today: string): PaperLine {
  const { name, known, communeName, contact, ownApproach, stage } = row;
  const place = known === null ? (communeName ?? '') : [known.address, known.communeName].filter(Boolean).join(', ');
  const whom = [contact?.name ?? '', contact?.phone ?? ''].filter((part) => part !== '').join(', ');
  const reminder = reminderOnPaper(row, today);
  const waited =
    reminder === null
      ? null
      : `${reminder.kind === 'answer' ? 'réponse attendue avant le' : 'à rappeler le'} ${frenchShortDay(reminder.on)}`;
  const sentence = `«\u00a0${row.ownSentence ?? row.proposedSentence}\u00a0»`;
  return {
    text: [name, place]
      .filter((part) => part !== '')
      .join(', ')
      .replaceAll("'", '’'),
    when: waited,
    more: [
      whom === '' ? (ownApproach ?? '') : `Demander ${whom}`,
      stage === 'proposed' ? `À dire en premier\u00a0: ${sentence}` : '',
    ].filter((part) => part !== ''),
  };
}

function meeting({ next, timeZone, advisor, options: { bring, phone } }: SheetSources): PaperSection {
  const things = next === null ? [] : bring.map((thing) => THINGS[thing]);
  return {
    title: 'Notre prochain rendez-vous',
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact(
            'Quand',
            next === null
              ? 'Pas encore fixé\u00a0: vous pouvez appeler pour choisir un jour'
              : `${capital(frenchMoment(next.startsAt, timeZone))}, ${MODALITIES[next.modality]}`,
          ),
          ...(things.length === 0 ? [] : [fact('À prévoir', capital(listed(things)))]),
          fact('Qui appeler', `${advisor.name}, au ${phone === '' ? BLANK : phone}`),
        ],
      },
    ],
  };
}

/** What article R. 311-3-1-1 of the code of public relations asks to be said, in words that are read. */
function rights({ isEstimated, isComputingOff, employers }: SheetSources): readonly string[] {
  if (isComputingOff) return ['Comme vous l’avez demandé, aucun calcul n’a servi.'];
  if (!isEstimated || employers.length === 0) return [];
  return [
    'Une estimation a aidé à préparer la liste des entreprises\u00a0: elle porte sur elles, pas sur vous. Vous pouvez demander ' +
      'l’explication et les règles de ce calcul, ou une liste sans calcul. Sans réponse sous un mois, vous pouvez saisir la ' +
      'Cada (cada.fr).',
  ];
}

function fact(label: string, value: string): { readonly label: string; readonly value: string; readonly said: null } {
  return { label, value, said: null };
}

function listed(things: readonly string[]): string {
  return new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(things);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
