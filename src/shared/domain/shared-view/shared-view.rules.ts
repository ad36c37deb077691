/**
 * What the person's screen is given. Everything comes in and only what is written here goes out: what is added to a file
 * later stays out until somebody decides otherwise. Never there: other people, what was set aside and why (R10), figures
 * of an estimate, precautions, absences, the seven subjects, how the search goes, what the advisor prepares.
 */
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Action } from '../action/action.schema.ts';
import type { Appointment } from '../appointment/appointment.schema.ts';
import type { ApproachRow } from '../approach/approach.schema.ts';
import { spokenName } from '../case-file/case-file.ts';
import type { CaseFile, Facts, FieldName, FieldValue } from '../case-file/case-file.schema.ts';
import type { FrozenLink, NotePayload } from '../note/note.schema.ts';
import type { NoteTemplate } from '../note/note.ts';
import type { Reading } from '../reading/reading.schema.ts';
import type { Explanation } from '../suggestion/suggestion.schema.ts';
import type {
  SharedAction,
  SharedBody,
  SharedEmployer,
  SharedReason,
  SharedSection,
  SharedSubject,
  SharedView,
} from './shared-view.schema.ts';

/** All that is known where the two speak. */
export interface Spoken {
  readonly file: Pick<CaseFile, 'facts' | 'project'>;
  readonly subject: Pick<SharedSubject, 'step' | 'isDecidedShown'>;
  readonly actions: readonly Action[];
  readonly readings: readonly Reading[];
  /** The meeting one is in, and the next one to come. */
  readonly current: Appointment | null;
  readonly next: Appointment | null;
  /** When the two met last before today, an instant; null where they did not. */
  readonly metBefore: number | null;
  /** The note of today: validated, or as it is being written. */
  readonly note: Pick<NotePayload, 'template' | 'sections' | 'links'>;
  /** Decisions that retain: what a note points to and was set aside since is not shown. */
  readonly retainedIds: ReadonlySet<string>;
  /** Both drawn by `sharedEmployer`. */
  readonly pointed: SharedEmployer | null;
  readonly retained: readonly SharedEmployer[];
  readonly today: LocalDate;
}

export function sharedView(spoken: Spoken): SharedView {
  const { facts, project } = spoken.file;
  const { occupation, place, reach, travel } = project;
  const name = factOf(facts, 'name');
  return {
    personName: name === null ? '' : spokenName(name),
    isLargePrint: factOf(facts, 'understanding')?.includes('large-print') === true,
    project: { occupation, place, reach, travel },
    body: bodyOf(spoken),
  };
}

function bodyOf(spoken: Spoken): SharedBody {
  const { subject, actions, today, retained } = spoken;
  const ahead = actions.filter(isAhead).map((action) => sharedAction(action, today));
  switch (subject.step) {
    case 'purpose':
      return {
        step: 'purpose',
        purpose: spoken.current === null || spoken.current.purpose === '' ? null : spoken.current.purpose,
        promises: ahead.filter(({ owner }) => owner === 'advisor'),
      };
    case 'since':
      return { step: 'since', actions: [...doneSince(spoken), ...ahead] };
    case 'situation':
      return { step: 'situation', ...situationOf(spoken.file.facts) };
    case 'readings':
      return { step: 'readings', ...bothReadings(spoken.readings) };
    case 'employers':
      return { step: 'employers', pointed: spoken.pointed, retained };
    case 'plan':
      return { step: 'plan', actions: ahead, retained };
    case 'note':
      return { step: 'note', decided: subject.isDecidedShown && isOfBoth(spoken.note) ? decidedIn(spoken) : null };
    case 'wrapUp': {
      const { next } = spoken;
      const when = next === null ? null : { startsAt: next.startsAt, modality: next.modality };
      return { step: 'wrapUp', actions: ahead, retained, next: when };
    }
  }
}

function factOf<N extends FieldName>(facts: Facts, field: N): FieldValue<N> | null {
  return facts[field]?.value ?? null;
}

function isAhead({ state, isWithdrawn }: Action): boolean {
  return !isWithdrawn && (state === 'not-yet' || state === 'in-progress');
}

/** A day that the person let pass is not held against them on their own screen; ours is said as it is (R10). */
function sharedAction({ kind, owner, text, dueOn, state }: Action, today: LocalDate): SharedAction {
  const isPast = dueOn !== null && dueOn < today;
  const progress = state === 'done' || state === 'in-progress' ? state : 'ahead';
  return { kind, owner, text, dueOn: isPast && owner === 'person' ? null : dueOn, progress };
}

function doneSince({ actions, metBefore, today }: Spoken): readonly SharedAction[] {
  return actions
    .filter(({ state, isWithdrawn, changedAt }) => !isWithdrawn && state === 'done' && changedAt >= (metBefore ?? 0))
    .map((action) => ({ ...sharedAction(action, today), dueOn: null }));
}

function situationOf(facts: Facts): Omit<Extract<SharedBody, { step: 'situation' }>, 'step'> {
  const conditions = factOf(facts, 'conditions') ?? [];
  const credentials = factOf(facts, 'credentials') ?? [];
  return {
    proudOf: factOf(facts, 'proudOf'),
    lastJobs: (factOf(facts, 'lastJobs') ?? []).map(({ line }) => line),
    credentials: credentials.map(({ label, expiresOn }) => ({ label, expiresOn })),
    contract: factOf(facts, 'project1.contract') ?? [],
    schedule: factOf(facts, 'project1.schedule'),
    conditions: conditions.map(({ kind, value }) => ({ kind, value })),
  };
}

function bothReadings(readings: readonly Reading[]): {
  readonly person: string | null;
  readonly advisor: string | null;
} {
  const saidBy = (who: Reading['by']): string | null => {
    const text = readings.find(({ by }) => by === who)?.text ?? '';
    return text === '' ? null : text;
  };
  const person = saidBy('person');
  return { person, advisor: person === null ? null : saidBy('advisor') };
}

/** Notes of a meeting that two people held: of the others, and of those that come later, nothing is shown. */
const OF_BOTH: ReadonlySet<NoteTemplate> = new Set(['first', 'follow-up', 'closing']);

export function isOfBoth({ template }: Pick<NotePayload, 'template'>): boolean {
  return OF_BOTH.has(template);
}

/** What the two decided and what the advisor does: no other heading of a note. */
function decidedIn({ note, retainedIds }: Spoken): NonNullable<Extract<SharedBody, { step: 'note' }>['decided']> {
  const holding = note.links.filter(({ kind, id }) => kind !== 'decision' || retainedIds.has(id));
  const under = (section: FrozenLink['section']): SharedSection => ({
    text: note.sections[section],
    links: holding.filter((link) => link.section === section).map(({ text }) => text),
  });
  return { together: under('decided'), advisorDoes: under('advisorDoes') };
}

/** Where an employer is and how to come in, from what is known of it. */
export type EmployerPlace = Pick<
  SharedEmployer,
  'communeName' | 'sectorLabel' | 'headcountBand' | 'distanceKm' | 'direction' | 'wayIn'
>;

export function sharedEmployer({
  name,
  place,
  sentence,
  isRetained,
  explanation,
}: {
  readonly name: string;
  readonly place: EmployerPlace;
  readonly sentence: string;
  readonly isRetained: boolean;
  /** Null where nothing is computed (R11), or the employer is in no list. */
  readonly explanation: Explanation | null;
}): SharedEmployer {
  const { communeName, sectorLabel, headcountBand, distanceKm, direction, wayIn } = place;
  const where = { communeName, sectorLabel, headcountBand, distanceKm, direction, wayIn };
  return { name, ...where, sentence, isRetained, reasons: explanation === null ? [] : reasonsOf(explanation) };
}

/** Retained employers to go on with: one that said no, never answered or asked out is not held up (R10). */
export function isShared({ stage, isOptedOut }: Pick<ApproachRow, 'stage' | 'isOptedOut'>): boolean {
  return !isOptedOut && stage !== 'refused' && stage !== 'no-answer';
}

/** Of the score, the share from which a factor counts, and from which it counts much: as on the advisor's side. */
const COUNTS = 0.2;
const COUNTS_MUCH = 0.5;

function reasonsOf({ factors, score, potential }: Explanation): readonly SharedReason[] {
  return factors
    .toSorted((a, b) => b.contribution - a.contribution)
    .map(({ name: factor, contribution }) => {
      const weight = weightOf(score > 0 ? contribution / score : 0);
      return factor === 'potential' ? { factor, weight, hires: hiresOf(potential) } : { factor, weight };
    });
}

function weightOf(share: number): SharedReason['weight'] {
  if (share <= 0) return 'nothing';
  if (share >= COUNTS_MUCH) return 'much';
  return share >= COUNTS ? 'some' : 'little';
}

function hiresOf({ basis, level }: Explanation['potential']): Extract<SharedReason, { factor: 'potential' }>['hires'] {
  if (basis === 'none') return 'unknown';
  return basis === 'estimate' ? (level ?? 'average') : 'counted';
}
