import { applyCaseFile, jobProjectOf, revisionOfCaseFile } from '../../shared/domain/case-file/case-file.rules.ts';
import type { CaseFileState, FieldSetting } from '../../shared/domain/case-file/case-file.rules.ts';
import type {
  CaseFile,
  FieldName,
  PortfolioRow,
  SaidBy,
  SupportMode,
} from '../../shared/domain/case-file/case-file.schema.ts';
import { radiusOf } from '../../shared/domain/job-project/job-project.rules.ts';
import type { JobProject } from '../../shared/domain/job-project/job-project.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { settingsOf, type DoneSetting } from '../../shared/domain/operation/undo.rules.ts';
import type { Holding } from '../../shared/domain/hand-over/hand-over.ts';
import { holdingOf, standInOn, type Holders } from '../../shared/domain/hand-over/holding.rules.ts';
import { closedFileOf, dueErasure, retentionOf } from '../../shared/domain/retention/retention.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { localDateAt, type LocalDate } from '../../shared/kernel/local-date.ts';
import { standInReason, type AccessLogUseCases } from '../access/access-log.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  dayOfCommand,
  perStore,
  startOfToday,
  todayOf,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { caseFileRepository } from './case-file.repository.ts';
import { keptPortfolio } from './kept-portfolio.ts';
import { toPortfolioRow } from './portfolio-row.ts';
import { portfolioRepository, type CountedFile, type Period } from './portfolio.repository.ts';

export const caseFileProjection: Projection<CaseFileState> = {
  entity: 'caseFile',
  tables: ['case_file', 'case_field'],
  apply: applyCaseFile,
  revisionOf: revisionOfCaseFile,
  open: caseFileRepository,
};

interface NewCaseFile {
  readonly commandId: string;
  readonly caseId: string;
  readonly first: string;
  readonly last: string;
  readonly phone: string;
  readonly supportMode: SupportMode | null;
}

/** What one fact was, and who wrote it. */
interface FormerFact extends Pick<FieldSetting, 'value' | 'saidBy' | 'saidOn'> {
  readonly opId: string;
  readonly actorName: string;
  readonly at: number;
}

interface FactCommand {
  readonly commandId: string;
  readonly caseId: string;
  readonly saidBy: SaidBy;
  readonly saidOn: string;
  readonly baseRevision: number;
}

export interface CaseFileUseCases {
  /** The advisor's own case files, by name. */
  portfolio(): readonly PortfolioRow[];
  /** @throws AppError NOT_FOUND when it is not in the advisor's portfolio */
  get(caseId: string): CaseFile;
  create(input: NewCaseFile): Committed;
  /** @throws AppError INVALID_INPUT for a fact said on a day to come */
  setField(
    command: FactCommand & { readonly change: { readonly field: FieldName; readonly value?: unknown } },
  ): Committed;
  /** "Still true": the value stays. @throws AppError NOT_FOUND when nothing is known there, INVALID_INPUT as `setField` */
  confirmFact(command: FactCommand & { readonly field: FieldName }): Committed;
  setComputing(command: {
    readonly commandId: string;
    readonly caseId: string;
    readonly isOff: boolean;
    readonly baseRevision: number;
  }): Committed;
  /** What one fact was, newest first. */
  fieldHistory(caseId: string, field: FieldName): readonly FormerFact[];
  /** What engines may know: the job project and nothing else of the file (R5). @throws AppError NOT_FOUND */
  searchOf(caseId: string): {
    readonly project: JobProject;
    readonly radiusKm: number;
    readonly isComputingOff: boolean;
  };
  /** How whoever is at the keyboard holds a file today; null when they do not, and when it is not there. */
  holdingOf(caseId: string): Holding | null;
  /** Whose a file is, whoever asks; null when it is not there. */
  holdersOf(caseId: string): Holders | null;
  isClosed(caseId: string): boolean;
  /** @throws AppError NOT_FOUND: a file that they do not hold today is, for this advisor, not there */
  assertMine(caseId: string): void;
  /** What visiting a file does not give: its advisor or a stand-in does it. @throws AppError NOT_FOUND, NOT_ALLOWED */
  assertAccompanied(caseId: string): void;
  /** What its own advisor alone may do. @throws AppError NOT_FOUND as `assertMine`, NOT_ALLOWED for a stand-in */
  assertInTitle(caseId: string): void;
  /**
   * A closed file is no longer worked on: nothing new is planned, agreed on or decided in it. What was said can still be
   * written down and put right (facts, contacts, notes, where an action stands), so that closing loses no words.
   *
   * @throws AppError NOT_FOUND, CASE_CLOSED
   */
  assertOpen(caseId: string): void;
  /**
   * What is said of a support that ended is still written down, until the term of words: they would be erased at once.
   *
   * @throws AppError NOT_FOUND, CASE_CLOSED
   */
  assertTakesWords(caseId: string): void;
  /** The whole file, without a line in the access log. @throws AppError NOT_FOUND */
  read(caseId: string): CaseFileState;
  /** Every file of the agency as supervision counts it: no name, no advisor. */
  counted(): readonly CountedFile[];
}

export function makeCaseFileUseCases(desk: Desk, access: AccessLogUseCases): CaseFileUseCases {
  const files = perStore(desk.store, caseFileRepository);
  const lines = perStore(desk.store, portfolioRepository);
  const dayOf = (instant: number): LocalDate => localDateAt(instant, desk.timeZone);
  const portfolios = perStore(desk.store, (db) =>
    keptPortfolio(portfolioRepository(db), (source, today) =>
      toPortfolioRow(source, { today, dayOf, nameOf: desk.nameOf, accountId: desk.account().id }),
    ),
  );
  const period = (): Period => ({ from: startOfToday(desk), dayOf });

  const holding = (caseId: string): Holding | null => {
    const holders = files().holdersOf(caseId);
    if (holders === null) return null;
    const held = holdingOf(holders, desk.account().id, todayOf(desk));
    return held ?? (access.hasVisited(caseId, startOfToday(desk)) ? 'visit' : null);
  };
  const assertMine = (caseId: string): void => {
    if (holding(caseId) !== null) return;
    throw new AppError('NOT_FOUND', 'This case file is not in the portfolio.');
  };
  const read = (caseId: string): CaseFileState => {
    assertMine(caseId);
    const state = files().read(caseId);
    if (state === null) throw new AppError('NOT_FOUND', 'This case file is not in the portfolio.');
    return state;
  };
  const commit = (command: Omit<Parameters<typeof commitAs>[1], 'entity' | 'entityId'>): Committed =>
    commitAs(desk, { ...command, entity: 'caseFile', entityId: command.caseId ?? '' });

  return {
    holdingOf: holding,
    holdersOf: (caseId) => files().holdersOf(caseId),
    isClosed: (caseId) => files().isClosed(caseId),
    assertMine,
    assertAccompanied(caseId) {
      assertMine(caseId);
      if (holding(caseId) !== 'visit') return;
      throw new AppError('NOT_ALLOWED', 'Whoever visits a file does not do this.', { reason: 'visiting' });
    },
    assertInTitle(caseId) {
      assertMine(caseId);
      if (holding(caseId) === 'title') return;
      throw new AppError('NOT_ALLOWED', 'Its own advisor alone does this.', { reason: 'not-in-title' });
    },
    assertOpen(caseId) {
      assertMine(caseId);
      if (files().isClosed(caseId)) throw new AppError('CASE_CLOSED', 'This case file is closed.');
    },
    assertTakesWords(caseId) {
      if (dueErasure(closedFileOf(read(caseId), desk.timeZone), todayOf(desk)) === null) return;
      throw new AppError('CASE_CLOSED', 'The words of this case file have come to their term.');
    },
    read,
    portfolio: () => portfolios()({ advisorId: desk.account().id, today: todayOf(desk), period: period() }),
    get(caseId) {
      const { closedAt, standIn, ...state } = read(caseId);
      const { closedOn } = state;
      const held = holding(caseId) ?? 'title';
      const standing = standInOn(todayOf(desk), standIn);
      access.record({
        ...{ act: 'opened', caseId },
        ...(held === 'stand-in' && standing !== null ? { reason: standInReason(standing.reason) } : {}),
      });
      const project = jobProjectOf(state.facts);
      return {
        ...state,
        holding: held,
        advisorName: desk.nameOf(state.advisorId),
        standIn: standing === null ? null : { ...standing, name: desk.nameOf(standing.accountId) },
        retention: retentionOf(closedFileOf({ closedOn, closedAt }, desk.timeZone), todayOf(desk)),
        project,
        radiusKm: radiusOf(project),
        isRadiusEstimated: project.reach?.kind === 'time',
        ...lines().activity(caseId, period()),
      };
    },
    create({ commandId, caseId, first, last, phone, supportMode }) {
      const today = dayOfCommand(desk, commandId);
      const said = { saidBy: 'person', saidOn: today } as const;
      const fields: FieldSetting[] = [{ field: 'name', value: { first, last }, ...said }];
      if (phone !== '') fields.push({ field: 'phones', value: [{ number: phone }], ...said });
      const ours = { saidBy: 'advisor', saidOn: today } as const;
      if (supportMode !== null) fields.push({ field: 'supportMode', value: supportMode, ...ours });
      fields.push({ field: 'supportSince', value: today, ...ours });
      const payload = { advisorId: desk.account().id, fields };
      return commit({ opId: commandId, caseId, kind: 'caseFile.create', baseRevision: 0, payload });
    },
    setField({ commandId, caseId, change, saidBy, saidOn, baseRevision }) {
      assertMine(caseId);
      const payload = { field: change.field, value: change.value ?? null, saidBy, saidOn };
      const frozen = () => {
        assertNotAfterToday(desk, saidOn, 'saidOn');
        return {};
      };
      return commit({ opId: commandId, caseId, kind: 'caseFile.setField', baseRevision, payload, frozen });
    },
    confirmFact({ commandId, caseId, field, saidBy, saidOn, baseRevision }) {
      assertMine(caseId);
      const frozen = () => {
        assertNotAfterToday(desk, saidOn, 'saidOn');
        if ((read(caseId).facts[field]?.value ?? null) === null) {
          throw new AppError('NOT_FOUND', 'Nothing is known there to confirm.');
        }
        return {};
      };
      const payload = { field, saidBy, saidOn };
      return commit({ opId: commandId, caseId, kind: 'caseFile.confirmFact', baseRevision, payload, frozen });
    },
    setComputing({ commandId, caseId, isOff, baseRevision }) {
      assertMine(caseId);
      return commit({ opId: commandId, caseId, kind: 'caseFile.setComputing', baseRevision, payload: { isOff } });
    },
    counted: () => lines().counted(period()),
    fieldHistory(caseId, field) {
      assertMine(caseId);
      return settingsOf(desk.store().log.ofCase(caseId), field)
        .map((done) => toFormerFact(done, desk.nameOf))
        .reverse();
    },
    searchOf(caseId) {
      const state = read(caseId);
      const project = jobProjectOf(state.facts);
      return { project, radiusKm: radiusOf(project), isComputingOff: state.isComputingOff };
    },
  };
}

function toFormerFact({ op, setting }: DoneSetting, nameOf: Desk['nameOf']): FormerFact {
  const { value, saidBy, saidOn } = setting;
  return { opId: op.opId, value, saidBy: saidBy as SaidBy, saidOn, actorName: nameOf(op.actorId), at: op.at };
}
