import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../../shared/domain/case-file/timeline.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, onDayText } from '../../i18n/dates.ts';

/** What one may want to see alone. */
export const TIMELINE_FILTERS = ['all', 'note', 'contact', 'appointment', 'decision', 'action'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

export function filterTimeline(entries: readonly TimelineEntry[], filter: TimelineFilter): readonly TimelineEntry[] {
  return filter === 'all' ? entries : entries.filter(({ kind }) => kind === filter);
}

/** The day a thing is of, which may not be the day it was written down. */
export function dayOf(entry: TimelineEntry, zone: string): string {
  if (entry.kind === 'note' || entry.kind === 'contact') return entry.on;
  return localDateAt(entry.kind === 'appointment' ? entry.startsAt : entry.at, zone);
}

interface Where {
  readonly today: string;
  readonly zone: string;
  readonly language: string;
}

/** One thing that happened, in a few words: what it is, then what was said. */
export function timelineWords(
  t: TFunction,
  entry: TimelineEntry,
  { today, zone, language }: Where,
): { readonly title: string; readonly text: string } {
  switch (entry.kind) {
    case 'created':
    case 'reopened':
      return { title: t(`timeline.${entry.kind}`), text: '' };
    case 'closed':
      return { title: t('timeline.closed'), text: t(`caseFile.outcomes.${entry.outcome}`) };
    case 'computing':
      return { title: t(entry.isOff ? 'timeline.computingOff' : 'timeline.computingOn'), text: '' };
    case 'note':
      return {
        title: t(entry.correctedBy === null ? 'timeline.note' : 'timeline.noteCorrected'),
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
    case 'action': {
      const due = entry.dueOn === null ? '' : t('action.due', { day: onDayText(entry.dueOn, today, language) });
      return {
        title: t('timeline.action', {
          owner: t(`action.owners.${entry.owner}`),
          state: t(`action.states.${entry.state}`),
        }),
        text: [entry.text, due].filter((part) => part !== '').join(', '),
      };
    }
  }
}
