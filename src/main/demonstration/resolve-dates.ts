import type { ActionState } from '../../shared/domain/action/action.schema.ts';
import { fieldSchemas, type FieldName, type SaidBy } from '../../shared/domain/case-file/case-file.schema.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { compareText } from '../../shared/kernel/text.ts';
import type { AdvisorKey, PersonEvent, PersonField, PersonSpec } from './person-spec.schema.ts';
import { resolveDay, resolveText, resolveValue, resolveWorkingDay } from './relative-dates.ts';

export interface ResolvedField {
  readonly field: FieldName;
  /** As the schema of the field gives it. */
  readonly value: unknown;
  readonly saidBy: SaidBy;
  readonly on: LocalDate;
}

interface DatedParts {
  readonly on: LocalDate;
  readonly due: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly states: readonly { readonly on: LocalDate; readonly state: ActionState }[];
}
type Dated<E> = E extends PersonEvent
  ? { readonly [K in keyof E]: K extends keyof DatedParts ? DatedParts[K] : E[K] }
  : never;
/** An event of the same shape, with dates where tokens were. */
export type ResolvedEvent = Dated<PersonEvent>;

export interface ResolvedPerson {
  readonly key: string;
  readonly advisor: AdvisorKey;
  readonly openedOn: LocalDate;
  readonly fields: readonly ResolvedField[];
  /** In order of time; those of one day in the order they were written. */
  readonly events: readonly ResolvedEvent[];
}

/**
 * A person as of a day. Throws where a value does not fit its field: what people are made from is the project's own,
 * so that is a bug.
 */
export function resolveDates(spec: PersonSpec, today: LocalDate): ResolvedPerson {
  return {
    key: spec.key,
    advisor: spec.advisor,
    openedOn: resolveWorkingDay(spec.openedOn, today),
    fields: spec.fields.map((field) => resolveField(field, today)),
    events: spec.events
      .map((event) => resolveEvent(event, today))
      // The sort keeps the order of equals.
      .sort((a, b) => compareText(a.on, b.on)),
  };
}

function resolveField({ field, value, saidBy, on }: PersonField, today: LocalDate): ResolvedField {
  const checked: unknown = fieldSchemas[field].parse(resolveValue(value, today));
  return { field, value: checked, saidBy, on: resolveWorkingDay(on, today) };
}

function resolveEvent(event: PersonEvent, today: LocalDate): ResolvedEvent {
  const on = dayOf(event, today);
  switch (event.kind) {
    case 'appointment':
      return { ...event, on, purpose: resolveText(event.purpose, today) };
    case 'contact':
      return { ...event, on, line: resolveText(event.line, today) };
    case 'action':
      return {
        ...event,
        on,
        text: resolveText(event.text, today),
        due: event.due === null ? null : resolveWorkingDay(event.due, today),
        states: event.states.map(({ on: changedOn, state }) => ({ on: resolveWorkingDay(changedOn, today), state })),
      };
    case 'objective':
      return { ...event, on, text: resolveText(event.text, today) };
    case 'contract':
      return { ...event, on, endsOn: event.endsOn === null ? null : resolveDay(event.endsOn, today) };
    case 'note':
    case 'draft':
      return { ...event, on, sections: resolveSections(event.sections, today) };
    default:
      return { ...event, on };
  }
}

/** People write at any hour of the week; all the rest happens when an agency is open. */
function dayOf(event: PersonEvent, today: LocalDate): LocalDate {
  const isWritten = event.kind === 'contact' && ['email', 'text-message', 'post'].includes(event.channel);
  return isWritten ? resolveDay(event.on, today) : resolveWorkingDay(event.on, today);
}

function resolveSections<S extends object>(sections: S, today: LocalDate): S {
  const texts = Object.entries(sections) as [string, string][];
  return Object.fromEntries(texts.map(([section, text]) => [section, resolveText(text, today)])) as S;
}
