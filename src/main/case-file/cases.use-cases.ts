import {
  agencyTagProjection,
  makeAgencyTagUseCases,
  type AgencyTagUseCases,
  type FamiliesIn,
} from '../agency-tag/agency-tag.use-cases.ts';
import { makeAccessLogUseCases, type AccessLogUseCases } from '../access/access-log.use-cases.ts';
import { approachProjection, makeApproachUseCases, type ApproachUseCases } from '../approach/approach.use-cases.ts';
import { actionProjection, makeActionUseCases, type ActionUseCases } from '../action/action.use-cases.ts';
import {
  appointmentProjection,
  makeAppointmentUseCases,
  type AppointmentUseCases,
} from '../appointment/appointment.use-cases.ts';
import { contactProjection, makeContactUseCases, type ContactUseCases } from '../contact/contact.use-cases.ts';
import {
  correctionProjection,
  makeCorrectionUseCases,
  type CorrectionUseCases,
} from '../correction/correction.use-cases.ts';
import {
  decisionProjection,
  makeDecisionUseCases,
  ownEmployerProjection,
  type DecisionUseCases,
} from '../decision/decision.use-cases.ts';
import {
  makeEmployerContactUseCases,
  type EmployerContactUseCases,
} from '../employer-contact/employer-contact.use-cases.ts';
import {
  engagementProjection,
  makeEngagementUseCases,
  type EngagementUseCases,
} from '../engagement/engagement.use-cases.ts';
import {
  makeExplanationUseCases,
  type DataNames,
  type ExplanationUseCases,
} from '../explanation/explanation.use-cases.ts';
import { makeOutcomeUseCases, outcomeProjection, type OutcomeUseCases } from '../outcome/outcome.use-cases.ts';
import { makePrivateLines, type PrivateLineUseCases } from '../private-line/private-line.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { makeHandOver, type HandOverUseCases } from '../hand-over/hand-over.use-cases.ts';
import { makeHandOverPage } from '../hand-over/hand-over-page.use-cases.ts';
import { makeVisits, type VisitUseCases } from '../hand-over/visit.use-cases.ts';
import { makeNoteUseCases, noteProjection, type NoteUseCases } from '../note/note.use-cases.ts';
import { makePreferenceUseCases, type PreferenceUseCases } from '../preference/preference.use-cases.ts';
import { makeReadingUseCases, readingProjection, type ReadingUseCases } from '../reading/reading.use-cases.ts';
import {
  makeSavedViewUseCases,
  savedViewProjection,
  type SavedViewUseCases,
} from '../saved-view/saved-view.use-cases.ts';
import { makeSheetUseCases, sheetProjection, type SheetUseCases } from '../sheet/sheet.use-cases.ts';
import type { Desk, Projection } from '../operation/operation.use-cases.ts';
import { makeCaseLists, type CaseLists } from '../suggestion/case-list.use-cases.ts';
import type { CaseSuggestions } from '../suggestion/case-suggestions.use-cases.ts';
import { makeCompileCase, type CompileCase } from '../case-export/case-export.use-cases.ts';
import { caseFileProjection, makeCaseFileUseCases, type CaseFileUseCases } from './case-file.use-cases.ts';
import { makeErasure, type ErasureUseCases } from './erasure.use-cases.ts';
import { makeLifecycle, type LifecycleUseCases } from './lifecycle.use-cases.ts';
import { makeTimeline, type Timeline } from './timeline.use-cases.ts';
import { makeUndo, type Undo } from './undo.use-cases.ts';

/** Everything that operations make; the store is rebuilt from the log through these. */
export const PROJECTIONS: readonly Projection<never>[] = [
  caseFileProjection,
  appointmentProjection,
  contactProjection,
  actionProjection,
  decisionProjection,
  ownEmployerProjection,
  approachProjection,
  correctionProjection,
  noteProjection,
  readingProjection,
  engagementProjection,
  outcomeProjection,
  sheetProjection,
  agencyTagProjection,
  savedViewProjection,
] as unknown as readonly Projection<never>[];

/** All that can be done with case files: the application and the maker of the demonstration's people share it. */
export interface Cases {
  readonly access: AccessLogUseCases;
  readonly files: CaseFileUseCases;
  readonly lifecycle: LifecycleUseCases;
  readonly erasure: ErasureUseCases;
  readonly tags: AgencyTagUseCases;
  readonly views: SavedViewUseCases;
  readonly preferences: PreferenceUseCases;
  readonly undo: Undo;
  readonly timeline: Timeline;
  readonly contacts: ContactUseCases;
  readonly appointments: AppointmentUseCases;
  readonly actions: ActionUseCases;
  readonly decisions: DecisionUseCases;
  readonly approaches: ApproachUseCases;
  readonly employerContacts: EmployerContactUseCases;
  readonly corrections: CorrectionUseCases;
  readonly lists: CaseLists;
  readonly notes: NoteUseCases;
  readonly readings: ReadingUseCases;
  readonly handOvers: HandOverUseCases;
  readonly handOverPage: ReturnType<typeof makeHandOverPage>;
  readonly visits: VisitUseCases;
  readonly engagements: EngagementUseCases;
  readonly outcomes: OutcomeUseCases;
  readonly privateLines: PrivateLineUseCases;
  readonly sheets: SheetUseCases;
  readonly explanations: ExplanationUseCases;
  readonly compile: CompileCase;
}

export function makeCases(
  desk: Desk,
  {
    suggestions,
    employers,
    datasetVersion,
    onErased = () => undefined,
    familiesIn = () => [],
    names,
  }: {
    readonly suggestions: CaseSuggestions;
    readonly employers: EmployerUseCases;
    readonly datasetVersion: () => string | null;
    /** Something was erased: copies made before still hold it. */
    readonly onErased?: () => void;
    /** What the guard finds in the name of a tag or of a view; absent where nobody types one. */
    readonly familiesIn?: FamiliesIn;
    /** What the data call things, for whoever reads an explanation; absent where nobody does. */
    readonly names?: DataNames;
  },
): Cases {
  const access = makeAccessLogUseCases(desk);
  const files = makeCaseFileUseCases(desk, access);
  const tags = makeAgencyTagUseCases(desk, familiesIn);
  const contacts = makeContactUseCases(desk, files);
  const appointments = makeAppointmentUseCases(desk, files);
  const decisions = makeDecisionUseCases(desk, files, (caseId, siret, list) => lists.snapshotOf(caseId, siret, list));
  const actions = makeActionUseCases(desk, files, (caseId) => decisions.retained(caseId));
  const lists = makeCaseLists({ desk, files, decisions, suggestions, datasetVersion });
  const corrections = makeCorrectionUseCases(desk, employers);
  const employerContacts = makeEmployerContactUseCases(desk, files, familiesIn);
  const approaches = makeApproachUseCases(desk, {
    ...{ files, decisions, corrections, employers, contacts: employerContacts },
  });
  const privateLines = makePrivateLines(desk, files);
  const outcomes = makeOutcomeUseCases(desk, files);
  const engagements = makeEngagementUseCases(desk, files);
  const notes = makeNoteUseCases(desk, { files, actions, appointments, contacts, decisions, access });
  const readings = makeReadingUseCases(desk, files);
  const visits = makeVisits(desk, { files, access });
  const explanations = makeExplanationUseCases(desk, decisions, { names });
  const sheets = makeSheetUseCases(desk, { files, actions, appointments, approaches, explanations });
  return {
    access,
    files,
    lifecycle: makeLifecycle(desk, files, tags),
    erasure: makeErasure(desk, { files, access, employerContacts, privateLines, onErased }),
    tags,
    views: makeSavedViewUseCases(desk, familiesIn),
    preferences: makePreferenceUseCases(desk),
    undo: makeUndo(desk, files, decisions),
    timeline: makeTimeline(desk, { files, actions, appointments, contacts, decisions, approaches, notes }),
    contacts,
    appointments,
    actions,
    decisions,
    approaches,
    employerContacts,
    corrections,
    lists,
    notes,
    readings,
    handOvers: makeHandOver(desk, files),
    handOverPage: makeHandOverPage(desk, { files, actions, appointments, approaches, readings }),
    engagements,
    outcomes,
    privateLines,
    visits,
    sheets,
    explanations,
    compile: makeCompileCase(desk, {
      ...{ visits, files, tags, readings, notes, contacts, appointments, actions, decisions, approaches, sheets },
      ...{ engagements, privateLines, outcomes },
    }),
  };
}
