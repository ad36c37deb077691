/** What a day asks of an advisor besides its meetings: each thing opens where it is done, and says of when it is. */
import type { TFunction } from 'i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { endOf } from '../../../shared/domain/appointment/agenda.rules.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import type { OutcomeToAsk } from '../../../shared/domain/outcome/outcome.schema.ts';
import type { KeptSheet } from '../../../shared/domain/sheet/sheet.schema.ts';
import type { UnfinishedNote } from '../../../shared/domain/note/note.schema.ts';
import { COPY } from '../../../shared/domain/case-file/deadlines.rules.ts';
import { type LocalDate, localDateAt } from '../../../shared/kernel/local-date.ts';
import type { Person } from '../../features/portfolio/people.ts';
import { apartText, deadlineLine, overdueReason, surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { appointmentText, onDayText, sinceText } from '../../i18n/dates.ts';
import type { Location } from '../../platform/location.ts';

export interface ToDo {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** When it was due, in words; null where no day was said. */
  readonly late: string | null;
  readonly opens: Location;
}

export const TO_DO_LISTS = [
  'promises',
  'presences',
  'notes',
  'sheets',
  'actions',
  'awaited',
  'deadlines',
  'contacts',
  'later',
] as const;
export type ToDoListName = (typeof TO_DO_LISTS)[number];
export type ToDoLists = Readonly<Record<ToDoListName, readonly ToDo[]>>;

interface Sources {
  readonly people: readonly Person[];
  /** Due by today, earliest first. */
  readonly due: readonly Action[];
  readonly notes: readonly UnfinishedNote[];
  /** Closed six months ago, and not told of yet. */
  readonly later: readonly OutcomeToAsk[];
  /** Kept to be handed over, the one that waits the longest first. */
  readonly sheets: readonly Pick<KeptSheet, 'id' | 'caseId' | 'on'>[];
  /** Those of the last days, this morning’s included. */
  readonly past: readonly Appointment[];
  readonly now: number;
  readonly today: LocalDate;
  readonly zone: string;
}

export function toDoLists(t: TFunction, language: string, sources: Sources): ToDoLists {
  const { people, due, notes, sheets, later, past, now, today, zone } = sources;
  const byFile = new Map(people.map((person) => [person.row.id, person]));
  const open = people.filter(({ row }) => row.closedOn === null);
  const named = (person: Person): string => surelyNamed(t, person.name, apartText(t, person, language));
  const ofFile = <S extends { readonly caseId: string }>(
    all: readonly S[],
    make: (one: S, name: string) => ToDo,
  ): readonly ToDo[] =>
    all.flatMap((one) => {
      const person = byFile.get(one.caseId);
      return person === undefined ? [] : [make(one, named(person))];
    });
  const actions = (owners: readonly Action['owner'][]): readonly ToDo[] =>
    ofFile(
      due.filter(({ owner }) => owners.includes(owner)),
      ({ id, caseId, text, dueOn }, name) => ({
        ...{ key: id, name, text, opens: { screen: 'caseFile', caseId, tab: 'plan' } },
        late: dueOn === null || dueOn === today ? null : sinceText(dueOn, today, language),
      }),
    );
  const deadlines = (isMeant: (deadline: Deadline) => boolean, tab: 'employers' | 'situation'): readonly ToDo[] =>
    open
      .flatMap((person) => person.row.deadlines.filter(isMeant).map((deadline) => ({ person, deadline })))
      .toSorted((a, b) => inOrder(a.deadline.on, b.deadline.on))
      .map(({ person, deadline }) => ({
        ...{ key: `${person.row.id} ${deadline.kind} ${deadline.label}`, name: named(person), late: null },
        text: deadlineLine(t, deadline, today, language),
        opens: { screen: 'caseFile', caseId: person.row.id, tab: deadline.label === COPY ? 'plan' : tab },
      }));
  return {
    presences: ofFile(
      past.filter((each) => each.presence === 'planned' && endOf(each) <= now),
      ({ id, startsAt }, name) => ({
        ...{ key: id, name, late: null, text: appointmentText(startsAt, today, zone, language) },
        opens: { screen: 'day', view: { day: localDateAt(startsAt, zone), span: 'day', activeId: id } },
      }),
    ),
    promises: actions(['advisor']),
    notes: ofFile(notes, ({ caseId, startedAt }, name) => ({
      ...{ key: caseId, name, late: null, opens: { screen: 'caseFile', caseId, tab: 'notes', begun: 'note' } },
      text: t('day.noteOf', { day: onDayText(localDateAt(startedAt, zone), today, language) }),
    })),
    sheets: ofFile(sheets, ({ id, caseId, on }, name) => ({
      ...{ key: id, name, late: null, opens: { screen: 'caseFile', caseId, tab: 'summary', begun: 'sheet' } },
      text: t('day.sheetOf', { day: onDayText(on, today, language) }),
    })),
    actions: actions(['person', 'partner']),
    awaited: deadlines((deadline) => isOfEmployer(deadline), 'employers'),
    deadlines: deadlines((deadline) => !isOfEmployer(deadline), 'situation'),
    later: ofFile(later, ({ caseId, closedOn }, name) => ({
      ...{ key: caseId, name, late: null, text: t('day.closedOn', { day: onDayText(closedOn, today, language) }) },
      opens: { screen: 'caseFile', caseId, tab: 'summary', begun: 'outcome' },
    })),
    // By name: nobody is before somebody else for having waited longer (R9).
    contacts: open
      .filter(({ row }) => row.overdueDays !== null)
      .toSorted((a, b) => inOrder(a.sortName, b.sortName))
      .map((person) => ({
        ...{ key: person.row.id, name: named(person), late: null },
        text: overdueReason(t, person.row, today, language),
        opens: { screen: 'caseFile', caseId: person.row.id, tab: 'summary', begun: 'contact' },
      })),
  };
}

type Deadline = Person['row']['deadlines'][number];

/** An employer to call back, or whose answer is awaited. */
function isOfEmployer({ kind }: Deadline): boolean {
  return kind === 'call-back' || kind === 'answer';
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
