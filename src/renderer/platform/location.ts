/**
 * Where the person is: one typed union and a history of our own. There is no address to type and no link to share,
 * so a router library would only add a language of strings.
 */
import { useSyncExternalStore } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/index.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

type MeetingStep = CallInput<'sharedView.page'>['step'];
type EmployersInput = CallInput<'suggestion.employers'>;
type KeptView = CallOutput<'savedView.list'>[number]['view'];
type EmployerRow = CallOutput<'suggestion.employers'>['rows'][number];

/** What is being looked for, and where the eye was: coming back restores both. */
export interface EmployerSearch {
  readonly occupation: CallOutput<'occupation.search'>[number] | null;
  readonly place: CallOutput<'place.search'>[number] | null;
  readonly radiusKm: number;
  readonly group: EmployersInput['group'];
  readonly sections: readonly EmployersInput['sections'][number][];
  readonly sizes: readonly EmployersInput['sizes'][number][];
  /** Only those that somebody knows how to reach. */
  readonly hasContact: boolean;
  readonly order: EmployersInput['order'];
  /** Of the varied order: one draw a question, kept with it. */
  readonly seed: string;
  readonly activeSiret: string | null;
  readonly explainedSiret: string | null;
  /** The search this one was opened from, when it is a neighbouring occupation. */
  readonly origin: EmployerSearch | null;
}

/** What the list already said of an employer when its page is opened from it. */
export interface EmployerOrigin {
  readonly contact: EmployerRow['contact'];
}

/** How the portfolio is looked at: coming back from a file restores it. */
export interface PortfolioView {
  readonly text: string;
  readonly filters: KeptView['filters'];
  /** The column that sorts; null: by name, as the core lists them. */
  readonly sorting: { readonly id: string; readonly isDescending: boolean } | null;
  /** The saved view in use, and its columns; null: none, and one's own columns. */
  readonly savedView: { readonly id: string; readonly columns: KeptView['columns'] } | null;
  readonly activeId: string | null;
}

/** How the agenda is looked at: from which day, and how much of it. */
export interface DayView {
  readonly day: LocalDate;
  readonly span: 'day' | 'week' | 'list';
  readonly activeId: string | null;
}

/** The parts of a case file, in the order of its tabs. */
export const CASE_TABS = ['summary', 'situation', 'employers', 'plan', 'notes'] as const;
export type CaseTab = (typeof CASE_TABS)[number];
export type BegunThing = 'note' | 'action' | 'contact' | 'outcome' | 'sheet';

export type Location =
  | { readonly screen: 'day'; readonly view?: DayView }
  | { readonly screen: 'portfolio'; readonly view?: PortfolioView }
  | {
      readonly screen: 'caseFile';
      readonly caseId: string;
      readonly tab: CaseTab;
      /** What was begun there and one comes to go on with: it takes the keys. */
      readonly begun?: BegunThing;
    }
  | {
      readonly screen: 'meeting';
      readonly caseId: string;
      readonly step: MeetingStep;
      /** The whole window is what the person may see. */
      readonly isShared?: true;
    }
  | { readonly screen: 'supervision' }
  | { readonly screen: 'employers'; readonly search?: EmployerSearch }
  | {
      readonly screen: 'employer';
      readonly siret: string;
      readonly from: EmployerOrigin | null;
      /** Opened from the file of somebody who said no to computing: nothing forecast is shown (R11). */
      readonly isComputingOff?: boolean;
    }
  | { readonly screen: 'data' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'about' };

export type ScreenName = Location['screen'];

/** Where one person's file is on screen, at one's desk or with them. */
export type FileLocation = Extract<Location, { readonly caseId: string }>;

export function isOfFile(location: Location): location is FileLocation {
  return location.screen === 'caseFile' || location.screen === 'meeting';
}

interface History {
  readonly entries: readonly Location[];
  readonly index: number;
}

const MAX_ENTRIES = 100;
/** Where one begins: the day of an advisor. (Whoever has none is shown their own first screen.) */
export const HOME: Location = { screen: 'day' };
const PORTFOLIO: Location = { screen: 'portfolio' };
let history: History = { entries: [HOME], index: 0 };
/** The last lists seen, in memory only: the rail leads back to them. */
let lastEmployers: Location = { screen: 'employers' };
let lastPortfolio: Location = PORTFOLIO;
const listeners = new Set<() => void>();

/** Whatever opened a file, its row is the one the portfolio is come back to: homonyms are not taken for each other. */
function onRowOf(caseId: string, location: Location): Location {
  if (location.screen !== 'portfolio' || location.view === undefined) return location;
  return { ...location, view: { ...location.view, activeId: caseId } };
}

function commit(next: History): void {
  history = next;
  const here = currentLocation();
  if (here.screen === 'employers') lastEmployers = here;
  if (here.screen === 'portfolio') lastPortfolio = here;
  if (isOfFile(here)) {
    lastPortfolio = onRowOf(here.caseId, lastPortfolio);
    history = { ...next, entries: next.entries.map((entry) => onRowOf(here.caseId, entry)) };
  }
  for (const listener of listeners) listener();
}

export function currentLocation(): Location {
  return history.entries[history.index] ?? HOME;
}

export function lastEmployersLocation(): Location {
  return lastEmployers;
}

export function lastPortfolioLocation(): Location {
  return lastPortfolio;
}

/** The case files one came through, last first, each once, but the one that is open. In memory only, as the history is. */
export function lastFilesSeen(): readonly string[] {
  const open = currentLocation();
  const seen = history.entries.flatMap((entry) => (isOfFile(entry) ? [entry.caseId] : [])).toReversed();
  return [...new Set(seen)].filter((caseId) => !isOfFile(open) || open.caseId !== caseId);
}

/** Whether somebody sits beside and may look on: in a meeting, and on the pages of employers that are opened from it. */
export function isBeside(): boolean {
  const here = history.entries.slice(0, history.index + 1);
  return here.findLast(({ screen }) => screen !== 'employer')?.screen === 'meeting';
}

export function useIsBeside(): boolean {
  return useSyncExternalStore(onLocation, isBeside);
}

/** Goes somewhere else; what was ahead is forgotten. */
export function go(location: Location): void {
  const kept = history.entries.slice(0, history.index + 1);
  const entries = [...kept, location].slice(-MAX_ENTRIES);
  commit({ entries, index: entries.length - 1 });
}

/** Refines where one is, without a step to come back through. */
export function refine(location: Location): void {
  commit({ ...history, entries: history.entries.with(history.index, location) });
}

export function canGo(step: -1 | 1): boolean {
  return history.entries[history.index + step] !== undefined;
}

export function step(direction: -1 | 1): void {
  if (canGo(direction)) commit({ ...history, index: history.index + direction });
}

/** Other data: nothing of a search is carried over. */
export function forgetSearches(): void {
  const here = currentLocation();
  const isSearch = here.screen === 'employer' || here.screen === 'employers';
  forgetWhereabouts(isSearch ? { screen: 'employers' } : here);
}

/** Another person at the keyboard, another workspace: nothing of where one was is carried over. */
export function forgetWhereabouts(first: Location = HOME): void {
  lastEmployers = { screen: 'employers' };
  lastPortfolio = PORTFOLIO;
  // A file is left for the list it is part of.
  const entries = isOfFile(first) ? [PORTFOLIO, first] : [first];
  commit({ entries, index: entries.length - 1 });
}

/** Where each account was when its case files closed: a screen and identifiers, no name, no word typed. Of this run only. */
const leftAt = new Map<string, Location>();

/** What is kept of a place: enough to open it again, nothing that says whom or what was looked for. */
function bare(location: Location): Location {
  switch (location.screen) {
    case 'caseFile':
      return { screen: 'caseFile', caseId: location.caseId, tab: location.tab };
    case 'meeting':
      return { screen: 'meeting', caseId: location.caseId, step: location.step };
    case 'employer':
      return { screen: 'employer', siret: location.siret, from: null };
    default:
      return { screen: location.screen };
  }
}

/** The account leaves the keyboard: it will be brought back where it is. */
export function rememberWhereabouts(accountId: string): void {
  leftAt.set(accountId, bare(currentLocation()));
}

/** Where the account was when it left, asked once; null when it was nowhere in this run. */
export function takeWhereabouts(accountId: string): Location | null {
  const left = leftAt.get(accountId) ?? null;
  leftAt.delete(accountId);
  return left;
}

/** Another workspace: its identifiers are of other files. */
export function forgetWhereAccountsWere(): void {
  leftAt.clear();
}

/** Told before anything is drawn again. */
export function onLocation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLocation(): Location {
  return useSyncExternalStore(onLocation, currentLocation);
}

/** A part of it that is a string: what shows no more is not drawn again at each letter of a search. */
export function useLocationPart<P extends string>(select: (location: Location) => P): P {
  return useSyncExternalStore(onLocation, () => select(currentLocation()));
}

export function useHistoryState(): { readonly canBack: boolean; readonly canForward: boolean } {
  const canBack = useSyncExternalStore(onLocation, () => canGo(-1));
  const canForward = useSyncExternalStore(onLocation, () => canGo(1));
  return { canBack, canForward };
}
