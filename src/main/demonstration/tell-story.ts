import type { ClosingReason, Outcome } from '../../shared/domain/case-file/case-file.schema.ts';
import { threadId } from '../../shared/domain/decision/decision.rules.ts';
import { hashText, seededStream } from '../../shared/kernel/hash.ts';
import { uuidV7 } from '../../shared/kernel/ids.ts';
import { addDays, instantOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import { PLAIN_ACTION } from '../../shared/domain/action/action.ts';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../shared/domain/note/note.schema.ts';
import type { Cases } from '../case-file/cases.use-cases.ts';
import type { CaseStore, Command } from '../operation/operation.use-cases.ts';
import type { ResolvedEvent, ResolvedPerson } from './resolve-dates.ts';

interface StoryTools {
  readonly cases: Cases;
  readonly store: CaseStore;
  /** The clock of the story: what is written bears the time at which it is said to have happened. */
  readonly clock: { time: number };
  readonly today: LocalDate;
  readonly timeZone: string;
  /** The real time: nothing is written later than that. */
  readonly now: number;
}

/** The reason that goes with each way for a support to end. */
const REASON_OF: Readonly<Record<Outcome, ClosingReason>> = {
  'lasting-job': 'project-reached',
  'short-job': 'agreed-by-both',
  training: 'project-reached',
  'own-business': 'project-reached',
  moved: 'moved',
  'person-request': 'person-request',
  retirement: 'retirement',
  'still-searching': 'agreed-by-both',
  'not-known': 'no-news',
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** An employer contacted within these days has not always answered yet. */
const LATELY_DAYS = 7;

/** Writes one person's story, in order of time, by the hand of their advisor. */
export function makeStoryteller(
  tools: StoryTools,
): (person: ResolvedPerson, advisorId: string, tagIds: readonly string[]) => void {
  return (person, advisorId, tagIds) => new Story(tools, person, advisorId).tell(tagIds);
}

/** One person: the identifiers follow from who and when, so that the same day gives the same demonstration. */
class Story {
  readonly #tools: StoryTools;
  readonly #person: ResolvedPerson;
  readonly #advisorId: string;
  readonly #draw: () => number;
  readonly #caseId: string;
  /** What was added since the last note: links of the next one. */
  #agreed: { kind: 'decision' | 'action'; id: string }[] = [];
  /** What is agreed on is for this; null where the two did not say what they want to reach. */
  #objective: string | null = null;
  #isComputingOff = false;
  #hasMet = false;
  /** Action events that were written, by the identifier of their action. */
  readonly #actions = new Map<ResolvedEvent, string>();
  #last = 0;
  #count = 0;

  constructor(tools: StoryTools, person: ResolvedPerson, advisorId: string) {
    this.#tools = tools;
    this.#person = person;
    this.#advisorId = advisorId;
    this.#draw = seededStream(hashText(person.key));
    this.#moveTo(person.openedOn, 9);
    this.#caseId = this.#id();
  }

  tell(tagIds: readonly string[]): void {
    const { openedOn, fields, events } = this.#person;
    const first = fields.filter(({ on }) => on <= openedOn);
    this.#commit('caseFile', this.#caseId, 'caseFile.create', {
      advisorId: this.#advisorId,
      fields: first.map(({ on, ...field }) => ({ ...field, saidOn: on })),
    });
    const later = fields
      .filter(({ on }) => on > openedOn)
      .map((field) => ({ on: field.on, run: () => this.#say(field) }));
    const told = events.map((event) => ({ on: event.on, run: () => this.#happen(event) }));
    const changes = events.flatMap((event) => this.#stateChanges(event));
    // The sort keeps the order of equals: within a day, facts come first, then what happened, as written.
    for (const { on, run } of [...later, ...told, ...changes].sort((a, b) =>
      a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
    )) {
      this.#moveTo(on, 10);
      run();
    }
    if (tagIds.length > 0) this.#commit('caseFile', this.#caseId, 'caseFile.setTags', { tagIds });
  }

  #say({ field, value, saidBy, on }: ResolvedPerson['fields'][number]): void {
    const payload = { field, value, saidBy, saidOn: on };
    this.#commit('caseFile', this.#caseId, 'caseFile.setField', payload);
  }

  #happen(event: ResolvedEvent): void {
    const { cases } = this.#tools;
    const caseId = this.#caseId;
    switch (event.kind) {
      case 'appointment':
        this.#appointment(event);
        return;
      case 'contact': {
        const { on, channel, initiatedBy, isExchange, line } = event;
        cases.contacts.record({ commandId: this.#id(), caseId, on, channel, initiatedBy, isExchange, line });
        return;
      }
      case 'action': {
        const { opId } = cases.actions.add({
          ...PLAIN_ACTION,
          ...{ commandId: this.#id(), caseId, owner: event.owner, text: event.text, dueOn: event.due },
          serves: event.due === null ? null : this.#objective,
        });
        this.#actions.set(event, opId);
        this.#agreed.push({ kind: 'action', id: opId });
        return;
      }
      case 'objective': {
        const agreed = { kind: 'objective', owner: 'person', text: event.text, dueOn: null, isTogether: true } as const;
        const { opId } = cases.actions.add({ ...PLAIN_ACTION, ...agreed, commandId: this.#id(), caseId });
        this.#objective = opId;
        this.#agreed.push({ kind: 'action', id: opId });
        return;
      }
      case 'contract': {
        const { on, form, endsOn, weeklyHours, commitments } = event;
        cases.engagements.record({
          ...{ commandId: this.#id(), caseId, kind: form, signedOn: on, startsOn: on, endsOn, weeklyHours },
          ...{ commitments: [...commitments], reference: '', replaces: null },
        });
        return;
      }
      case 'note':
        cases.notes.validate({
          ...{ commandId: this.#id(), caseId, body: this.#body(event, event.linksRecent), baseVersion: null },
        });
        this.#agreed = [];
        return;
      case 'draft':
        cases.notes.saveDraft(caseId, this.#body(event, false), null);
        return;
      case 'employers':
        this.#decide(event);
        return;
      case 'ownEmployer':
        this.#addOwn(event);
        return;
      case 'computingOff':
        this.#isComputingOff = true;
        this.#commit('caseFile', caseId, 'caseFile.setComputing', { isOff: true });
        return;
      case 'close':
        this.#commit('caseFile', caseId, 'caseFile.close', {
          ...{ on: event.on, outcome: event.outcome, reason: REASON_OF[event.outcome] },
        });
        return;
      case 'reopen':
        this.#commit('caseFile', caseId, 'caseFile.reopen', {});
    }
  }

  /** Planned a little before, then held or not. */
  #appointment(event: Extract<ResolvedEvent, { kind: 'appointment' }>): void {
    const { cases, timeZone } = this.#tools;
    const [hour, minute] = event.at.split(':').map(Number);
    const startsAt = instantOf(event.on, hour ?? 9, minute ?? 0, timeZone);
    const { minutes, modality, purpose } = event;
    const commandId = this.#id();
    const kind = this.#hasMet ? 'follow-up' : 'first';
    this.#hasMet = true;
    cases.appointments.schedule({ commandId, caseId: this.#caseId, startsAt, minutes, modality, kind, purpose });
    if (event.presence === 'planned') return;
    this.#advanceTo(startsAt + minutes * MINUTE_MS);
    this.#commit('appointment', commandId, 'appointment.setPresence', { presence: event.presence });
  }

  #stateChanges(event: ResolvedEvent): { on: LocalDate; run: () => void }[] {
    if (event.kind !== 'action') return [];
    return event.states.map(({ on, state }) => ({
      on,
      run: () => {
        const actionId = this.#actions.get(event);
        if (actionId !== undefined) this.#commit('action', actionId, 'action.setState', { state });
      },
    }));
  }

  #body({ on, modality, sections }: Extract<ResolvedEvent, { kind: 'note' | 'draft' }>, isLinked: boolean): DraftBody {
    const said = Object.entries(sections).filter(([, text]) => text !== undefined);
    const written = { ...EMPTY_SECTIONS, ...Object.fromEntries(said) };
    return {
      ...BEFORE_TEMPLATES,
      on,
      modality,
      sections: written,
      links: isLinked ? [...this.#agreed] : [],
      corrects: null,
    };
  }

  /** From the list that the person's project really gives that week. */
  #decide(event: Extract<ResolvedEvent, { kind: 'employers' }>): void {
    const { cases } = this.#tools;
    const caseId = this.#caseId;
    const order = this.#isComputingOff ? ('distance' as const) : ('spread' as const);
    const list = { radiusKm: null, group: 'private' as const, sections: [], sizes: [], order };
    const wanted = event.retained + event.setAside.length + event.later;
    const { page } = cases.lists.page({ caseId, ...list, offset: 0, limit: Math.max(1, wanted) });
    const sirets = page.rows.map(({ siret }) => siret);
    const outcomes = [
      ...Array.from({ length: event.retained }, () => ({ outcome: 'retained' as const, reasons: [], words: '' })),
      ...event.setAside.map((why) => ({ outcome: 'set-aside' as const, ...why })),
      ...Array.from({ length: event.later }, () => ({ outcome: 'later' as const, reasons: [], words: '' })),
    ];
    sirets.forEach((siret, index) => {
      const decided = outcomes[index];
      if (decided === undefined) return;
      const item = { kind: 'establishment', siret } as const;
      const baseRevision = cases.decisions.standing(caseId, siret).revision;
      const { opId } = cases.decisions.make({ commandId: this.#id(), caseId, item, list, baseRevision, ...decided });
      if (decided.outcome !== 'retained') return;
      this.#agreed.push({ kind: 'decision', id: opId });
      if (index === 0) this.#approach(siret, event.on);
    });
  }

  /** The first of those retained is gone to at once: lately its answer is awaited, before that it came. */
  #approach(siret: string, on: string): void {
    const { cases, today } = this.#tools;
    const caseId = this.#caseId;
    const item = { kind: 'establishment', siret } as const;
    const known = cases.approaches.list(caseId).find((row) => threadId(caseId, row.item) === threadId(caseId, item));
    const isLately = on >= addDays(today, -LATELY_DAYS);
    const step = isLately ? ('contacted' as const) : ('answered' as const);
    const next = isLately ? { kind: 'answer' as const, on: addDays(on as LocalDate, 2 * LATELY_DAYS) } : null;
    const said = { step, on, by: 'person' as const, next, baseRevision: known?.revision ?? 0 };
    cases.approaches.move({ commandId: this.#id(), caseId, item, ...said });
  }

  #addOwn({ name, communeName, approach, outcome }: Extract<ResolvedEvent, { kind: 'ownEmployer' }>): void {
    const { decisions } = this.#tools.cases;
    const caseId = this.#caseId;
    const { opId: ownEmployerId } = decisions.addOwn({ commandId: this.#id(), caseId, name, communeName, approach });
    if (outcome === null) return;
    const item = { kind: 'own', ownEmployerId } as const;
    const decided = { outcome, reasons: [], words: '', list: null, baseRevision: 0 };
    const { opId } = decisions.make({ commandId: this.#id(), caseId, item, ...decided });
    if (outcome === 'retained') this.#agreed.push({ kind: 'decision', id: opId });
  }

  /** What has no use case of its own yet. */
  #commit(entity: string, entityId: string, kind: string, payload: Command['payload']): void {
    const command = { opId: this.#id(), actorId: this.#advisorId, caseId: this.#caseId, entity, entityId, kind };
    this.#tools.store.log.commit({ ...command, baseRevision: null, payload });
  }

  /** Another minute of that day, or of now for what is ahead. */
  #moveTo(day: LocalDate, hour: number): void {
    this.#advanceTo(instantOf(day, hour, 0, this.#tools.timeZone));
  }

  #advanceTo(instant: number): void {
    const { clock, now } = this.#tools;
    clock.time = Math.min(Math.max(instant, this.#last + MINUTE_MS), now - HOUR_MS + this.#count);
    this.#last = clock.time;
  }

  #id(): string {
    this.#count += 1;
    const random = Uint8Array.from({ length: 10 }, () => Math.floor(this.#draw() * 256));
    return uuidV7(this.#tools.clock.time, random);
  }
}
