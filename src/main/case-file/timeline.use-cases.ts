import type { Note } from '../../shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS } from '../../shared/domain/note/note.ts';
import type { Closing } from '../../shared/domain/case-file/case-file.rules.ts';
import type { TimelineEntry } from '../../shared/domain/case-file/timeline.schema.ts';
import type { Operation } from '../../shared/domain/operation/operation.ts';
import type { ApproachUseCases } from '../approach/approach.use-cases.ts';
import type { ActionUseCases } from '../action/action.use-cases.ts';
import type { AppointmentUseCases } from '../appointment/appointment.use-cases.ts';
import type { ContactUseCases } from '../contact/contact.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import type { NoteUseCases } from '../note/note.use-cases.ts';
import type { Desk } from '../operation/operation.use-cases.ts';
import type { CaseFileUseCases } from './case-file.use-cases.ts';

interface TimelineSources {
  readonly files: Pick<CaseFileUseCases, 'assertMine'>;
  readonly actions: Pick<ActionUseCases, 'list'>;
  readonly appointments: Pick<AppointmentUseCases, 'list'>;
  readonly contacts: Pick<ContactUseCases, 'list'>;
  readonly decisions: Pick<DecisionUseCases, 'list'>;
  readonly approaches: Pick<ApproachUseCases, 'steps'>;
  readonly notes: Pick<NoteUseCases, 'list'>;
}

/** What happened in a case file, newest first. @throws AppError NOT_FOUND */
export type Timeline = (caseId: string) => readonly TimelineEntry[];

export function makeTimeline(desk: Desk, sources: TimelineSources): Timeline {
  const { nameOf } = desk;
  return (caseId) => {
    sources.files.assertMine(caseId);
    const entries: TimelineEntry[] = [
      ...desk
        .store()
        .log.ofCase(caseId)
        .flatMap((op) => fileEvent(op, nameOf)),
      ...sources.notes.list(caseId).map((note) => noteEvent(note)),
      ...sources.contacts.list(caseId).map(({ id, at, actorId, on, channel, initiatedBy, isExchange, line }) => ({
        ...{ kind: 'contact' as const, id, at, actorName: nameOf(actorId) },
        ...{ on, channel, initiatedBy, isExchange, line },
      })),
      ...sources.appointments.list(caseId).map(({ id, startsAt, modality, presence, purpose }) => ({
        ...{ kind: 'appointment' as const, id, at: startsAt, actorName: '', startsAt, modality, presence, purpose },
      })),
      ...sources.decisions.list(caseId).decided.map(({ decisionId, at, actorId, outcome, name }) => ({
        ...{ kind: 'decision' as const, id: decisionId, at, actorName: nameOf(actorId), outcome, name },
      })),
      ...sources.approaches.steps(caseId).map(({ actorId, ...step }) => ({
        ...{ kind: 'approach' as const, ...step, actorName: nameOf(actorId) },
      })),
      ...sources.actions.list(caseId).map(({ id, changedAt, actorId, owner, text, state, dueOn }) => ({
        ...{ kind: 'action' as const, id, at: changedAt, actorName: nameOf(actorId), owner, text, state, dueOn },
        ownerName: owner === 'advisor' && actorId !== desk.account().id ? nameOf(actorId) : null,
      })),
    ];
    return entries.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  };
}

/** What happened to the file itself. */
function fileEvent(op: Operation, nameOf: Desk['nameOf']): readonly TimelineEntry[] {
  const common = { id: op.opId, at: op.at, actorName: nameOf(op.actorId) };
  switch (op.kind) {
    case 'caseFile.create':
      return [{ ...common, kind: 'created' }];
    case 'caseFile.close':
      return [closedEvent(common, op.payload as Closing)];
    case 'caseFile.archive':
      return (op.payload as { readonly on: string | null }).on === null ? [] : [{ ...common, kind: 'archived' }];
    case 'caseFile.reopen':
      return [{ ...common, kind: 'reopened' }];
    case 'caseFile.setComputing':
      return [{ ...common, kind: 'computing', isOff: (op.payload as { readonly isOff: boolean }).isOff }];
    default:
      return [];
  }
}

function closedEvent(
  common: { readonly id: string; readonly at: number; readonly actorName: string },
  { on, outcome, reason }: Closing,
): TimelineEntry {
  return { ...common, kind: 'closed', on, outcome, reason: reason ?? null };
}

const EXCERPT_CHARACTERS = 160;

/** Of a note that was withdrawn, that it was there: its words are read among the notes. */
function noteEvent({
  id,
  validatedAt,
  actorName,
  on,
  sections,
  correctedBy,
  withdrawn,
  template,
}: Note): TimelineEntry {
  const isWithdrawn = withdrawn !== null;
  const order = ['personSays', 'decided', ...NOTE_SECTIONS] as const;
  const text = order.map((section) => sections[section].trim()).find((words) => words !== '') ?? '';
  const excerpt = text.length <= EXCERPT_CHARACTERS ? text : `${text.slice(0, EXCERPT_CHARACTERS).trimEnd()}…`;
  const shown = isWithdrawn ? '' : excerpt;
  return { kind: 'note', id, at: validatedAt, actorName, on, excerpt: shown, correctedBy, isWithdrawn, template };
}
