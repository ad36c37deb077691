import type { ApproachRow } from '../../shared/domain/approach/approach.schema.ts';
import { firstSentence } from '../../shared/domain/approach/first-sentence.rules.ts';
import { currentMeeting, heldBefore, nextMeeting } from '../../shared/domain/appointment/current-meeting.rules.ts';
import { itemKey } from '../../shared/domain/decision/decision.rules.ts';
import type { DecisionItem } from '../../shared/domain/decision/decision.schema.ts';
import type { Employer } from '../../shared/domain/employer/employer.schema.ts';
import { holds } from '../../shared/domain/note/note.rules.ts';
import type { FrozenLink } from '../../shared/domain/note/note.schema.ts';
import type { Place } from '../../shared/domain/place/place.schema.ts';
import { directionTo } from '../../shared/domain/shared-view/direction.rules.ts';
import {
  isOfBoth,
  isShared,
  sharedEmployer,
  sharedView,
  type EmployerPlace,
  type Spoken,
} from '../../shared/domain/shared-view/shared-view.rules.ts';
import type { SharedEmployer, SharedSubject, SharedView } from '../../shared/domain/shared-view/shared-view.schema.ts';
import type { Explanation } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { distanceMetres } from '../../shared/kernel/geo.ts';
import type { Cases } from '../case-file/cases.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';

export interface SharedViewUseCases {
  /** What the person's screen shows of what is spoken of. @throws AppError NOT_FOUND, CASE_CLOSED */
  page(subject: SharedSubject): SharedView;
}

interface SharedViewSources {
  readonly cases: Pick<
    Cases,
    'files' | 'actions' | 'appointments' | 'approaches' | 'corrections' | 'decisions' | 'lists' | 'notes' | 'readings'
  >;
  readonly employers: Pick<EmployerUseCases, 'find' | 'contactAdvice'>;
  readonly places: Pick<PlaceUseCases, 'get'>;
}

const METRES_PER_KM = 1000;

/** Gathers what a step speaks of; what of it goes out is said by the rules of the noun. */
export function makeSharedViewUseCases(
  desk: Desk,
  { cases, employers, places }: SharedViewSources,
): SharedViewUseCases {
  const { files, actions, appointments, approaches, corrections, decisions, lists, notes, readings } = cases;

  const placeOfProject = (communeCode: string | undefined): Place | null =>
    communeCode === undefined ? null : orNull(() => places.get(communeCode));

  const placeOf = (employer: Employer, from: Place | null, rome: string | null): EmployerPlace => {
    const { communeName, sectorLabel, headcountBand, lat, lon, positionBasis, group, naf } = employer;
    // To the centre of a commune is no distance to a door.
    const to = positionBasis === 'establishment' && lat !== null && lon !== null ? { lat, lon } : null;
    const usual = rome === null ? null : employers.contactAdvice(naf, rome).mode;
    return {
      ...{ communeName, sectorLabel, headcountBand },
      distanceKm: from === null || to === null ? null : distanceMetres(from, to) / METRES_PER_KM,
      direction: from === null || to === null ? null : directionTo(from, to),
      wayIn: group === 'private' ? usual : group,
    };
  };
  const knownByHand = (communeName: string | null): EmployerPlace => ({
    ...{ communeName: communeName === '' ? null : communeName, sectorLabel: null, headcountBand: null },
    ...{ distanceKm: null, direction: null, wayIn: null },
  });

  const explained = ({ caseId, pointed }: SharedSubject, siret: string): Explanation | null => {
    const list = pointed?.list ?? null;
    return list === null ? null : orNull(() => lists.explain({ caseId, ...list }, siret));
  };

  const retainedEmployer = (row: ApproachRow, from: Place | null, rome: string | null): SharedEmployer => {
    const { item, name, communeName, ownSentence, proposedSentence } = row;
    const employer = item.kind === 'establishment' ? employers.find(item.siret) : null;
    const place = employer === null ? knownByHand(communeName) : placeOf(employer, from, rome);
    const sentence = ownSentence ?? proposedSentence;
    return sharedEmployer({ name, place, sentence, isRetained: true, explanation: null });
  };

  /** One that nobody retained; null when it was set aside, or asked to be proposed no more. */
  const undecidedEmployer = (
    caseId: string,
    item: DecisionItem,
    from: Place | null,
    rome: string | null,
  ): SharedEmployer | null => {
    const draw = (name: string, place: EmployerPlace, group: Employer['group']): SharedEmployer => {
      const mode = place.wayIn === 'in-person' ? 'in-person' : 'application';
      const sentence = firstSentence({ rome, group, mode, employerName: name });
      return sharedEmployer({ name, place, sentence, isRetained: false, explanation: null });
    };
    if (item.kind === 'own') {
      const own = decisions.list(caseId).own.find(({ id }) => id === item.ownEmployerId);
      if (own === undefined || own.isWithdrawn || own.standing.outcome === 'set-aside') return null;
      return draw(own.name, knownByHand(own.communeName), 'private');
    }
    const { siret } = item;
    const isOut = decisions.standing(caseId, siret).outcome === 'set-aside' || corrections.optOutOf(siret) !== null;
    const employer = isOut ? null : employers.find(siret);
    return employer === null ? null : draw(employer.name, placeOf(employer, from, rome), employer.group);
  };

  /** Null for one that said no, never answered, or asked to be proposed no more: it is not held up. */
  const goneOnWith = (row: ApproachRow, from: Place | null, rome: string | null): SharedEmployer | null =>
    isShared(row) ? retainedEmployer(row, from, rome) : null;

  const pointedEmployer = (
    subject: SharedSubject,
    rows: readonly ApproachRow[],
    from: Place | null,
    rome: string | null,
  ): SharedEmployer | null => {
    const { caseId, pointed, step } = subject;
    if (pointed === null || step !== 'employers') return null;
    const { item } = pointed;
    const row = rows.find((each) => itemKey(each.item) === itemKey(item));
    const found = row === undefined ? undecidedEmployer(caseId, item, from, rome) : goneOnWith(row, from, rome);
    if (found === null || item.kind === 'own') return found;
    return sharedEmployer({ ...found, place: found, explanation: explained(subject, item.siret) });
  };

  const noteOfToday = (caseId: string): Spoken['note'] => {
    const validated = notes.list(caseId).find((note) => note.on === todayOf(desk) && holds(note) && isOfBoth(note));
    if (validated !== undefined) return validated;
    const { body, linkable } = notes.draft(caseId);
    const isPointedTo = (link: FrozenLink): boolean =>
      body.links.some(({ kind, id }) => kind === link.kind && id === link.id);
    return { template: body.template, sections: body.sections, links: linkable.filter(isPointedTo) };
  };

  return {
    page(subject) {
      const { caseId } = subject;
      files.assertOpen(caseId);
      const { project } = files.searchOf(caseId);
      const { facts } = files.read(caseId);
      const when = { now: desk.clock.now(), zone: desk.timeZone };
      const met = appointments.list(caseId);
      const today = todayOf(desk);
      const from = placeOfProject(project.place?.communeCode);
      const rome = project.occupation?.rome ?? null;
      const all = approaches.list(caseId);
      const rows = all.filter(isShared);
      return sharedView({
        ...{ subject, today, file: { facts, project } },
        actions: actions.list(caseId),
        readings: readings.list(caseId),
        current: currentMeeting(met, when),
        next: nextMeeting(met, when.now),
        metBefore: heldBefore(met, today, when.zone),
        note: noteOfToday(caseId),
        retainedIds: new Set(all.map(({ decisionId }) => decisionId)),
        pointed: pointedEmployer(subject, all, from, rome),
        retained: rows.map((row) => retainedEmployer(row, from, rome)),
      });
    },
  };
}

/** What is not in the data, or not computed for this person, is not shown; anything else is a failure. */
function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof AppError && NOT_THERE.has(error.code)) return null;
    throw error;
  }
}

const NOT_THERE: ReadonlySet<AppError['code']> = new Set(['NOT_FOUND', 'NOT_ALLOWED', 'NO_PROJECT', 'NO_DATASET']);
