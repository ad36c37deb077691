import type { CaseExport } from '../../shared/domain/case-export/case-export.schema.ts';
import type { Facts, FieldName } from '../../shared/domain/case-file/case-file.schema.ts';
import type { Operation } from '../../shared/domain/operation/operation.ts';
import { settingsOf, type DoneSetting } from '../../shared/domain/operation/undo.rules.ts';
import { closedFileOf, retentionOf } from '../../shared/domain/retention/retention.rules.ts';
import type { ActionUseCases } from '../action/action.use-cases.ts';
import type { AgencyTagUseCases } from '../agency-tag/agency-tag.use-cases.ts';
import type { AppointmentUseCases } from '../appointment/appointment.use-cases.ts';
import type { ApproachUseCases } from '../approach/approach.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { ContactUseCases } from '../contact/contact.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import type { EngagementUseCases } from '../engagement/engagement.use-cases.ts';
import type { VisitUseCases } from '../hand-over/visit.use-cases.ts';
import type { NoteUseCases } from '../note/note.use-cases.ts';
import type { OutcomeUseCases } from '../outcome/outcome.use-cases.ts';
import type { PrivateLineUseCases } from '../private-line/private-line.use-cases.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import type { ReadingUseCases } from '../reading/reading.use-cases.ts';
import type { SheetUseCases } from '../sheet/sheet.use-cases.ts';

interface ExportSources {
  readonly visits: Pick<VisitUseCases, 'accesses'>;
  readonly files: Pick<CaseFileUseCases, 'read' | 'assertAccompanied'>;
  readonly tags: Pick<AgencyTagUseCases, 'list'>;
  readonly readings: Pick<ReadingUseCases, 'list'>;
  readonly notes: Pick<NoteUseCases, 'list'>;
  readonly contacts: Pick<ContactUseCases, 'list'>;
  readonly appointments: Pick<AppointmentUseCases, 'list'>;
  readonly actions: Pick<ActionUseCases, 'list'>;
  readonly decisions: Pick<DecisionUseCases, 'made' | 'list'>;
  readonly engagements: Pick<EngagementUseCases, 'list'>;
  readonly privateLines: Pick<PrivateLineUseCases, 'ofEveryone'>;
  readonly outcomes: Pick<OutcomeUseCases, 'list'>;
  readonly approaches: Pick<ApproachUseCases, 'steps'>;
  readonly sheets: Pick<SheetUseCases, 'list'>;
}

/**
 * All that one file holds, for the person it is about. What an advisor has begun to write and not validated is not in the
 * file yet: it is there once it is.
 *
 * @throws AppError NOT_FOUND; NOT_ALLOWED for a visitor: answering for a whole file is for whoever accompanies the person
 */
export type CompileCase = (caseId: string) => CaseExport;

export function makeCompileCase(desk: Desk, sources: ExportSources): CompileCase {
  const { visits, files, tags, readings, notes, contacts, appointments, actions, decisions, approaches, sheets } =
    sources;
  const { engagements, privateLines, outcomes } = sources;
  const { nameOf } = desk;
  return (caseId) => {
    files.assertAccompanied(caseId);
    const file = files.read(caseId);
    const operations = desk.store().log.ofCase(caseId);
    const { name: madeBy, agency } = desk.account();
    const { id, createdAt: openedAt, closedOn, closedAt, closingReason, outcome, archivedOn, isComputingOff } = file;
    return {
      ...{ format: 'vis-a-vis.case-file', version: 1, madeAt: desk.clock.now(), madeBy, agency },
      file: {
        ...{ id, openedAt, closedOn, closingReason, outcome, archivedOn, isComputingOff },
        tags: tags.list().flatMap((tag) => (file.tagIds.includes(tag.id) ? [tag.name] : [])),
        retention: retentionOf(closedFileOf({ closedOn, closedAt }, desk.timeZone), todayOf(desk)),
      },
      facts: factsOf(file.facts, operations, nameOf),
      readings: readings
        .list(caseId)
        .map(({ by, text, on, actorId, at }) => ({ by, text, on, at, writtenBy: nameOf(actorId) })),
      notes: notes.list(caseId).map(({ caseId: _file, actorId: _author, revision: _revision, ...note }) => note),
      contacts: contacts
        .list(caseId)
        .map(({ id: contactId, on, channel, initiatedBy, isExchange, line, actorId, at }) => ({
          ...{ id: contactId, on, channel, initiatedBy, isExchange, line, at },
          by: nameOf(actorId),
        })),
      appointments: appointments
        .list(caseId)
        .map(({ caseId: _file, revision: _revision, ...appointment }) => appointment),
      actions: actions
        .list(caseId)
        .map(({ caseId: _file, actorId, revision: _revision, isWithdrawn: _isWithdrawn, ...action }) => ({
          ...action,
          by: nameOf(actorId),
        })),
      engagements: engagements
        .list(caseId)
        .map(({ caseId: _file, actorId: _author, revision: _revision, ...engagement }) => engagement),
      preparation: privateLines.ofEveryone(caseId),
      laterOutcomes: outcomes.list(caseId),
      decisions: decisions
        .made(caseId)
        .map(({ id: decisionId, item, outcome: decided, reasons, words, snapshot, ...made }) => ({
          ...{ id: decisionId, item, outcome: decided, reasons, words, snapshot, at: made.at },
          ...{ isTakenBack: made.isWithdrawn, by: nameOf(made.actorId) },
        })),
      ownEmployers: decisions.list(caseId).own.map(({ id: ownId, name, communeName, approach, actorName, at }) => ({
        ...{ id: ownId, name, communeName, approach, actorName, at },
      })),
      approaches: approaches.steps(caseId).map(({ name, step, on, by, actorId }) => ({
        ...{ name, step, on, by },
        writtenBy: nameOf(actorId),
      })),
      sheets: sheets.list(caseId).map(({ id: sheetId, paper, isLarge, on, keptAt, handed, actorId }) => ({
        ...{ id: sheetId, paper, isLarge, on, keptAt, handed },
        keptBy: nameOf(actorId),
      })),
      accesses: visits.accesses(caseId),
      log: operations.map(({ opId, kind, payload, at, actorId }) => ({
        id: opId,
        kind,
        payload,
        at,
        by: nameOf(actorId),
      })),
    };
  };
}

/** What is known of each field, then what was; a fact that was taken away is only among those that were. */
function factsOf(facts: Facts, operations: readonly Operation[], nameOf: Desk['nameOf']): CaseExport['facts'] {
  const told = ({
    op,
    setting: { value, saidBy, saidOn },
  }: DoneSetting): CaseExport['facts'][number]['before'][number] => ({
    ...{ value, saidBy: saidBy as CaseExport['facts'][number]['saidBy'], saidOn, at: op.at },
    by: nameOf(op.actorId),
  });
  return (Object.keys(facts) as FieldName[]).flatMap((field) => {
    const settings = settingsOf(operations, field).map(told);
    const now = settings.at(-1);
    return now === undefined ? [] : [{ field, ...now, before: settings.slice(0, -1) }];
  });
}
