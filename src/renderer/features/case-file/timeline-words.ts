import type { TFunction } from 'i18next';
import type { Facts, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { TimelineEntry } from '../../../shared/domain/case-file/timeline.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, onDayText } from '../../i18n/dates.ts';
import { labelKeyOf, SITUATION_BLOCKS, type SituationBlock } from './situation-blocks.ts';

/** The facts that were said or changed on one day: one line, whatever their number. */
export interface FactsOfADay {
  readonly kind: 'facts';
  readonly id: string;
  readonly at: number;
  readonly fields: readonly FieldName[];
}

export type TimelineLine = TimelineEntry | FactsOfADay;

/** What one may want to see alone. */
export const TIMELINE_FILTERS = ['all', 'meetings', 'notes', 'decisions', 'situation', 'plan'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** Where each kind of thing is found. */
const FILTER_OF: Readonly<Record<TimelineLine['kind'], Exclude<TimelineFilter, 'all'>>> = {
  contact: 'meetings',
  appointment: 'meetings',
  note: 'notes',
  decision: 'decisions',
  approach: 'decisions',
  created: 'situation',
  closed: 'situation',
  reopened: 'situation',
  archived: 'situation',
  computing: 'situation',
  facts: 'situation',
  action: 'plan',
};

export function filterTimeline(lines: readonly TimelineLine[], filter: TimelineFilter): readonly TimelineLine[] {
  return filter === 'all' ? lines : lines.filter(({ kind }) => FILTER_OF[kind] === filter);
}

/**
 * What happened with what was said, newest first. A fact is there once, on the day of its last change; what opening the
 * file said is its opening.
 */
export function timelineLines(entries: readonly TimelineEntry[], facts: Facts, zone: string): readonly TimelineLine[] {
  const days = new Map<string, FactsOfADay>();
  const openedAt = entries.find(({ kind }) => kind === 'created')?.at;
  for (const [field, { at }] of Object.entries(facts)) {
    if (at === openedAt) continue;
    const day = localDateAt(at, zone);
    const known = days.get(day);
    const fields = [...(known?.fields ?? []), field as FieldName];
    days.set(day, { kind: 'facts', id: day, at: Math.max(at, known?.at ?? 0), fields });
  }
  return [...entries, ...days.values()].sort((a, b) => b.at - a.at);
}

/** The day a thing is of, which may not be the day it was written down. */
export function dayOf(entry: TimelineLine, zone: string): string {
  if (entry.kind === 'note' || entry.kind === 'contact' || entry.kind === 'closed' || entry.kind === 'approach') {
    return entry.on;
  }
  return localDateAt(entry.kind === 'appointment' ? entry.startsAt : entry.at, zone);
}

interface Where {
  readonly today: string;
  readonly zone: string;
  readonly language: string;
}

function noteTitle({ correctedBy, isWithdrawn }: Extract<TimelineLine, { kind: 'note' }>) {
  if (isWithdrawn) return 'timeline.noteWithdrawn';
  return correctedBy === null ? 'timeline.note' : 'timeline.noteCorrected';
}

/** One thing that happened, in a few words: what it is, then what was said. */
export function timelineWords(
  t: TFunction,
  entry: TimelineLine,
  { today, zone, language }: Where,
): { readonly title: string; readonly text: string } {
  switch (entry.kind) {
    case 'created':
    case 'reopened':
    case 'archived':
      return { title: t(`timeline.${entry.kind}`), text: '' };
    case 'closed': {
      const outcome = t('caseFile.closedOutcome', { outcome: t(`caseFile.outcomes.${entry.outcome}`) });
      const reason = entry.reason === null ? '' : t(`caseFile.closingReasons.${entry.reason}`);
      return { title: t('timeline.closed'), text: `${reason} ${outcome}`.trim() };
    }
    case 'computing':
      return { title: t(entry.isOff ? 'timeline.computingOff' : 'timeline.computingOn'), text: '' };
    case 'facts':
      return { title: t('timeline.facts'), text: factNames(t, entry.fields, language) };
    case 'note':
      return {
        title: t(noteTitle(entry)),
        text: entry.excerpt,
      };
    case 'contact': {
      const channel = t(`timeline.channels.${entry.channel}`);
      const who = t(`timeline.initiators.${entry.initiatedBy}`);
      return {
        title: t(entry.isExchange ? 'timeline.contact' : 'timeline.attempt', { channel, who }),
        text: entry.line,
      };
    }
    case 'appointment': {
      const hour = hourText(entry.startsAt, zone, language);
      const modality = t(`appointment.modalities.${entry.modality}`);
      return {
        title: t('timeline.appointment', { presence: t(`appointment.presences.${entry.presence}`), hour, modality }),
        text: entry.purpose,
      };
    }
    case 'decision':
      return { title: t(`timeline.decisions.${entry.outcome}`), text: entry.name };
    case 'approach': {
      const title = t(`timeline.approach.${entry.step}`);
      const isAct = entry.step === 'contacted' || entry.step === 'met';
      const who = t(`approach.by.${entry.by}`);
      return { title: isAct ? t('timeline.approachBy', { title, who }) : title, text: entry.name };
    }
    case 'action': {
      const due = entry.dueOn === null ? '' : t('action.due', { day: onDayText(entry.dueOn, today, language) });
      return {
        title: t(`timeline.action.${entry.state}`, {
          owner: entry.ownerName ?? t(`action.owners.${entry.owner}`),
        }),
        text: [entry.text, due].filter((part) => part !== '').join(', '),
      };
    }
  }
}

/** Beyond, the names of the blocks say it better. */
const MOST_NAMED = 4;

/** The names of facts, each once (the parts of two projects have the same), or those of their blocks. */
function factNames(t: TFunction, fields: readonly FieldName[], language: string): string {
  const ofFacts = [...new Set(fields.map((field) => t(`facts.fields.${labelKeyOf(field)}`)))];
  const ofBlocks = SITUATION_BLOCKS.filter((block) => fields.some((field) => isIn(field, block)));
  const names = ofFacts.length <= MOST_NAMED ? ofFacts : ofBlocks.map(({ name }) => t(`facts.blocks.${name}`));
  const [first = '', ...others] = names;
  const list = [first, ...others.map((name) => inSentence(name, language))];
  return names.some((name) => name.includes(',')) ? list.join(' · ') : joined(list, language);
}

function isIn(field: FieldName, { fields, folded }: SituationBlock): boolean {
  return fields.includes(field) || folded.some((fold) => fold.fields.includes(field));
}

function joined(list: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(list);
}

/** "CV" stays so. */
export function inSentence(name: string, language: string): string {
  const isAcronym = name.charAt(1) !== name.charAt(1).toLocaleLowerCase(language);
  return isAcronym ? name : name.charAt(0).toLocaleLowerCase(language) + name.slice(1);
}
