import {
  applyCaseFile,
  jobProjectOf,
  revisionOfCaseFile,
  valueOf,
} from '../../shared/domain/case-file/case-file.rules.ts';
import type { CaseFileState, FieldSetting } from '../../shared/domain/case-file/case-file.rules.ts';
import type {
  CaseFile,
  FieldName,
  PortfolioRow,
  SaidBy,
  SupportMode,
} from '../../shared/domain/case-file/case-file.schema.ts';
import { nextExpiry, overdueDays } from '../../shared/domain/case-file/portfolio.rules.ts';
import { radiusOf } from '../../shared/domain/job-project/job-project.rules.ts';
import type { JobProject } from '../../shared/domain/job-project/job-project.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import type { Operation } from '../../shared/domain/operation/operation.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { AccessLogUseCases } from '../access/access-log.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  startOfToday,
  todayOf,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { caseFileRepository } from './case-file.repository.ts';
import { keptPortfolio } from './kept-portfolio.ts';
import { portfolioRepository, type CountedFile, type Period, type PortfolioSource } from './portfolio.repository.ts';

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

interface FieldCommand {
  readonly commandId: string;
  readonly caseId: string;
  readonly change: { readonly field: FieldName; readonly value?: unknown };
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
  setField(command: FieldCommand): Committed;
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
  /** @throws AppError NOT_FOUND: a file of another portfolio is, for this advisor, not there */
  assertMine(caseId: string): void;
  /** Every file of the agency as supervision counts it: no name, no advisor. */
  counted(): readonly CountedFile[];
}

export function makeCaseFileUseCases(desk: Desk, access: AccessLogUseCases): CaseFileUseCases {
  const files = perStore(desk.store, caseFileRepository);
  const lines = perStore(desk.store, portfolioRepository);
  const dayOf = (instant: number): string => localDateAt(instant, desk.timeZone);
  const portfolios = perStore(desk.store, (db) =>
    keptPortfolio(portfolioRepository(db), (source, today) => toRow(source, today, dayOf)),
  );
  const period = (): Period => ({ from: startOfToday(desk), dayOf });

  const assertMine = (caseId: string): void => {
    if (files().advisorOf(caseId) === desk.account().id) return;
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
    assertMine,
    portfolio: () => portfolios()({ advisorId: desk.account().id, today: todayOf(desk), period: period() }),
    get(caseId) {
      const state = read(caseId);
      access.record({ act: 'opened', caseId });
      const project = jobProjectOf(state.facts);
      return {
        ...state,
        project,
        radiusKm: radiusOf(project),
        isRadiusEstimated: project.reach?.kind === 'time',
        ...lines().activity(caseId, period()),
      };
    },
    create({ commandId, caseId, first, last, phone, supportMode }) {
      // Asked again after midnight, it is still what was asked.
      const today = dayOf(desk.store().log.find(commandId)?.at ?? desk.clock.now());
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
    setComputing({ commandId, caseId, isOff, baseRevision }) {
      assertMine(caseId);
      return commit({ opId: commandId, caseId, kind: 'caseFile.setComputing', baseRevision, payload: { isOff } });
    },
    counted: () => lines().counted(period()),
    fieldHistory(caseId, field) {
      assertMine(caseId);
      return desk
        .store()
        .log.ofCase(caseId)
        .flatMap((op) => settingsOf(op, field).map((setting) => toFormerFact(setting, op, desk.nameOf)))
        .reverse();
    },
    searchOf(caseId) {
      const state = read(caseId);
      const project = jobProjectOf(state.facts);
      return { project, radiusKm: radiusOf(project), isComputingOff: state.isComputingOff };
    },
  };
}

/** What an operation set of one field. */
function settingsOf({ kind, payload }: Operation, field: FieldName): readonly FieldSetting[] {
  const all =
    kind === 'caseFile.create'
      ? (payload as { readonly fields: readonly FieldSetting[] }).fields
      : kind === 'caseFile.setField'
        ? [payload as FieldSetting]
        : [];
  return all.filter((setting) => setting.field === field);
}

function toFormerFact(
  { value, saidBy, saidOn }: FieldSetting,
  { opId, actorId, at }: Operation,
  nameOf: Desk['nameOf'],
): FormerFact {
  return { opId, value, saidBy, saidOn, actorName: nameOf(actorId), at };
}

function toRow(source: PortfolioSource, today: string, dayOf: (instant: number) => string): PortfolioRow {
  const { facts, closedOn, lastContactOn, nextAppointmentAt } = source;
  const name = valueOf(facts, 'name') ?? { first: '', last: '' };
  const project = jobProjectOf(facts);
  const supportMode = valueOf(facts, 'supportMode');
  return {
    id: source.id,
    first: name.first,
    last: name.last,
    birthDate: valueOf(facts, 'birthDate'),
    project: project.occupation?.title ?? null,
    place: project.place?.name ?? null,
    reach: project.reach,
    travel: project.travel,
    supportMode,
    lastContactOn,
    overdueDays: overdueDays({
      supportMode,
      lastContactOn,
      createdOn: dayOf(source.createdAt),
      hasNextAppointment: nextAppointmentAt !== null,
      isClosed: closedOn !== null,
      today,
    }),
    nextAppointmentAt,
    openActions: source.openActions,
    promise: source.promise,
    expiry: nextExpiry(facts, today),
    retained: source.retained,
    isComputingOff: source.isComputingOff,
    closedOn,
  };
}
