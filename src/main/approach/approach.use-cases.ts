import {
  applyApproach,
  held,
  reminderOf,
  revisionOfApproach,
  stageOf,
  type ApproachThread,
} from '../../shared/domain/approach/approach.rules.ts';
import type {
  ApproachMove,
  ApproachRow,
  ApproachAuthor,
  ApproachStage,
  ApproachStep,
  Reminder,
} from '../../shared/domain/approach/approach.schema.ts';
import type { PortfolioRow } from '../../shared/domain/case-file/case-file.schema.ts';
import { SMALLEST_TOLD } from '../../shared/domain/supervision/supervision.rules.ts';
import type { OptOut } from '../../shared/domain/correction/correction.schema.ts';
import { firstSentence } from '../../shared/domain/approach/first-sentence.rules.ts';
import { isOnPaper } from '../../shared/domain/approach/on-paper.rules.ts';
import { threadId } from '../../shared/domain/decision/decision.rules.ts';
import type { DecidedItem, DecisionItem } from '../../shared/domain/decision/decision.schema.ts';
import type { EmployerContact } from '../../shared/domain/employer-contact/employer-contact.schema.ts';
import type { Employer } from '../../shared/domain/employer/employer.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compareText, fold } from '../../shared/kernel/text.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { CorrectionUseCases } from '../correction/correction.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import type { EmployerContactUseCases } from '../employer-contact/employer-contact.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  todayOf,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { approachesCsv } from './approaches-csv.use-cases.ts';
import { approachRepository, type ApproachCounts } from './approach.repository.ts';

export const approachProjection: Projection<ApproachThread> = {
  entity: 'approach',
  tables: ['approach'],
  apply: applyApproach,
  revisionOf: revisionOfApproach,
  open: approachRepository,
};

interface OfEmployer {
  readonly commandId: string;
  readonly caseId: string;
  readonly item: DecisionItem;
  /** As `revision` of the row, or `sentenceRevision` for what is said. */
  readonly baseRevision: number;
}

/** A step that was taken with one employer, for the timeline. */
export interface TakenMove {
  readonly id: string;
  readonly actorId: string;
  readonly at: number;
  readonly name: string;
  readonly step: ApproachStep;
  readonly on: string;
  readonly by: ApproachAuthor;
}

export interface ApproachUseCases {
  /** The employers retained for one person with where each stands, by name; nothing that was set aside (R10). */
  list(caseId: string): readonly ApproachRow[];
  /** The same for a spreadsheet, as far as it leaves the file. */
  csv(caseId: string): { readonly csv: string; readonly count: number };
  /**
   * A person says what happened. Where an approach stands is put right in a closed file too; nothing new is waited for there.
   * @throws AppError NOT_FOUND for an employer that is not retained, CASE_CLOSED, INVALID_INPUT for a day to come,
   * CHANGED_MEANWHILE
   */
  move(command: OfEmployer & ApproachMove): Committed;
  /** @throws AppError as `move` */
  remind(command: OfEmployer & { readonly next: Reminder | null }): Committed;
  /** Takes one step back, wherever it is among them. @throws AppError NOT_FOUND, CHANGED_MEANWHILE */
  takeBack(command: OfEmployer & { readonly entryId: string }): Committed;
  /** The first sentence as these two people want it; ours again where it is empty. @throws AppError as `move`, NUMBER_REFUSED */
  word(command: OfEmployer & { readonly text: string }): Committed;
  /** Every step that holds, for the timeline. */
  steps(caseId: string): readonly TakenMove[];
  /** Who has this establishment retained: one's own people by name, and how many others. */
  ofEmployer(siret: string): {
    readonly contact: EmployerContact | null;
    readonly optOut: OptOut | null;
    readonly report: ReturnType<CorrectionUseCases['reportOf']>;
    readonly mine: readonly (Pick<PortfolioRow, 'first' | 'last'> & { caseId: string; stage: ApproachStage })[];
    /** Null where fewer than five: they could point to a person. */
    readonly others: number | null;
  };
  /** Over the agency, by people. */
  counted(): ApproachCounts;
}

interface ApproachSources {
  readonly files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen' | 'searchOf' | 'portfolio'>;
  readonly decisions: Pick<DecisionUseCases, 'retained' | 'list' | 'casesRetaining'>;
  readonly corrections: Pick<CorrectionUseCases, 'optOutOf' | 'reportOf'>;
  readonly contacts: Pick<EmployerContactUseCases, 'find'>;
  readonly employers: Pick<EmployerUseCases, 'find' | 'contactAdvice'>;
}

export function makeApproachUseCases(desk: Desk, sources: ApproachSources): ApproachUseCases {
  const { files, decisions, corrections, contacts, employers } = sources;
  const approaches = perStore(desk.store, approachRepository);

  const retainedName = (caseId: string, item: DecisionItem): string => {
    const id = threadId(caseId, item);
    const found = decisions.retained(caseId).find((each) => threadId(caseId, each.item) === id);
    if (found === undefined) throw new AppError('NOT_FOUND', 'This employer is not retained in this case file.');
    return found.name;
  };
  const commit = (
    { commandId, caseId, item, baseRevision }: OfEmployer,
    kind: `approach.${string}`,
    payload: object,
    check: () => void = () => undefined,
  ): Committed => {
    files.assertMine(caseId);
    const frozen = () => {
      check();
      return { name: retainedName(caseId, item) };
    };
    const entity = { entity: 'approach', entityId: threadId(caseId, item), kind } as const;
    const whole = { item, after: baseRevision, ...payload };
    return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload: whole, frozen });
  };

  const knownOf = (employer: Employer, rome: string | null): NonNullable<ApproachRow['known']> => {
    const { address, postcode, communeName, legalName, publishedContact, headcountBand, group, naf } = employer;
    const advice = rome === null ? null : employers.contactAdvice(naf, rome);
    const occupations = employer.occupations.map(({ label }) => label);
    return {
      ...{ address, postcode, communeName, legalName, publishedContact, headcountBand, group },
      ...{ advice, occupations },
    };
  };
  const toRow = (caseId: string, decided: DecidedItem, rome: string | null): ApproachRow => {
    const { item, decisionId, name, sectorLabel, communeName, at: retainedAt } = decided;
    const siret = item.kind === 'establishment' ? item.siret : null;
    const thread = approaches().read(threadId(caseId, item));
    const employer = siret === null ? null : employers.find(siret);
    const known = employer === null ? null : knownOf(employer, rome);
    // As in the lists: to the centre of a commune is no distance to a door.
    const distanceKm = employer === null || employer.positionBasis === 'establishment' ? decided.distanceKm : null;
    const steps = held(thread).flatMap(({ id: entryId, move, actorId }) =>
      move === null ? [] : [{ entryId, ...move, actorName: desk.nameOf(actorId) }],
    );
    const ownApproach =
      item.kind === 'own'
        ? (decisions.list(caseId).own.find(({ id }) => id === item.ownEmployerId)?.approach ?? '')
        : null;
    return {
      ...{ item, decisionId, name, sectorLabel, communeName, distanceKm, retainedAt, steps, ownApproach, known },
      stage: stageOf(thread),
      reminder: reminderOf(thread),
      revision: revisionOfApproach(thread, { kind: 'approach.move' }),
      ownSentence: (thread?.sentence ?? '') === '' ? null : (thread?.sentence ?? null),
      sentenceRevision: thread?.sentenceRevision ?? 0,
      proposedSentence: firstSentence({
        ...{ rome, group: known?.group ?? 'private', mode: known?.advice?.mode ?? 'application' },
        employerName: `${name} ${known?.legalName ?? ''}`,
      }),
      contact: siret === null ? null : contacts.find(siret),
      isOptedOut: siret !== null && corrections.optOutOf(siret) !== null,
    };
  };

  const list = (caseId: string): readonly ApproachRow[] => {
    const rome = files.searchOf(caseId).project.occupation?.rome ?? null;
    return decisions
      .retained(caseId)
      .map((decided) => toRow(caseId, decided, rome))
      .toSorted((a, b) => compareText(fold(a.name), fold(b.name)) || compareText(a.decisionId, b.decisionId));
  };

  return {
    list,
    csv(caseId) {
      const rows = list(caseId).filter(isOnPaper);
      return { csv: approachesCsv(rows, todayOf(desk)), count: rows.length };
    },
    move({ step, on, by, next, ...command }) {
      return commit(command, 'approach.move', { step, on, by, next }, () => {
        assertNotAfterToday(desk, on, 'on');
        if (next !== null) files.assertOpen(command.caseId);
      });
    },
    remind: ({ next, ...command }) =>
      commit(command, 'approach.remind', { next }, () => files.assertOpen(command.caseId)),
    takeBack({ commandId, caseId, item, baseRevision, entryId }) {
      files.assertMine(caseId);
      const entityId = threadId(caseId, item);
      if (
        approaches()
          .read(entityId)
          ?.entries.some(({ id }) => id === entryId) !== true
      ) {
        throw new AppError('NOT_FOUND', 'This step is not among those of this employer.');
      }
      const entity = { entity: 'approach', entityId, kind: 'approach.withdraw' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload: { entryId } });
    },
    word: ({ text, ...command }) => commit(command, 'approach.word', { text }, () => assertNoRefusedNumber([text])),
    steps(caseId) {
      files.assertMine(caseId);
      return approaches()
        .ofCase(caseId)
        .flatMap((thread) =>
          held(thread).flatMap(({ id, actorId, at, move }) =>
            move === null ? [] : [{ id, actorId, at, name: thread.name, ...move }],
          ),
        );
    },
    ofEmployer(siret) {
      const item = { kind: 'establishment', siret } as const;
      const cases = new Set(decisions.casesRetaining(siret));
      const own = files.portfolio().filter(({ id }) => cases.has(id));
      const others = cases.size - own.length;
      const stageFor = (caseId: string): ApproachStage => stageOf(approaches().read(threadId(caseId, item)));
      return {
        contact: contacts.find(siret),
        optOut: corrections.optOutOf(siret),
        report: corrections.reportOf(siret),
        mine: own.map(({ id: caseId, first, last }) => ({ caseId, first, last, stage: stageFor(caseId) })),
        others: others < SMALLEST_TOLD ? null : others,
      };
    },
    counted: () => approaches().counted(),
  };
}
