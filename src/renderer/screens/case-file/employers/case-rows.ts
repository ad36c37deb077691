import type { RowStanding } from '../../../../shared/domain/suggestion/case-list.schema.ts';
import type { CallOutput } from '../../../../shared/contract/index.ts';
import type { DecisionItem, SetAsideReason } from '../../../../shared/domain/decision/decision.schema.ts';
import type { ListedEmployer } from '../../../../shared/domain/suggestion/listed.schema.ts';
import type { SuggestedEmployer } from '../../../../shared/domain/suggestion/suggestion.schema.ts';
import type { EmployerLine } from '../../../features/suggestion/employer-line.ts';

export type CaseLine = EmployerLine<ListedEmployer | SuggestedEmployer>;

/** An employer set aside while the list is on screen: its line keeps its place until one comes back, so that nothing jumps. */
export interface SetAsideHere {
  readonly line: CaseLine;
  /** The line it stood under; null for the first. */
  readonly afterKey: string | null;
  /** The decisions of this visit on it, oldest first; empty while the first is on its way. */
  readonly opIds: readonly string[];
  readonly revision: number;
  readonly reasons: readonly SetAsideReason[];
  readonly words: string;
}

/** Whether a decision of this visit still holds. */
export function stillHolds({ opIds }: SetAsideHere, undone: ReadonlyMap<string, number>): boolean {
  return opIds.length === 0 || opIds.some((opId) => !undone.has(opId));
}

/** The lines of the list with, in their place, those that were set aside during the visit. */
export function withSetAside(lines: readonly CaseLine[], kept: readonly SetAsideHere[]): readonly CaseLine[] {
  let shown = lines;
  let waiting = kept.filter(({ line }) => !lines.some(({ key }) => key === line.key));
  while (waiting.length > 0) {
    // One whose own neighbour was set aside too comes after it.
    const next = waiting.find(({ afterKey }) => afterKey === null || hasKey(shown, afterKey)) ?? waiting[0];
    if (next === undefined) break;
    // What it stood under may have left since: then it is first rather than nowhere.
    const at = next.afterKey === null ? -1 : shown.findIndex(({ key }) => key === next.afterKey);
    shown = shown.toSpliced(at + 1, 0, next.line);
    waiting = waiting.filter((other) => other !== next);
  }
  return shown;
}

function hasKey(lines: readonly CaseLine[], wanted: string): boolean {
  return lines.some(({ key }) => key === wanted);
}

const OWN = 'own ';

export function ownKey(ownEmployerId: string): string {
  return `${OWN}${ownEmployerId}`;
}

/** What a decision on a line is about. */
export function itemOf({ kind, key }: Pick<CaseLine, 'kind' | 'key'>): DecisionItem {
  return kind === 'own' ? { kind: 'own', ownEmployerId: key.slice(OWN.length) } : { kind: 'establishment', siret: key };
}

/** The same by the key of a line alone. */
export function itemOfKey(key: string): DecisionItem {
  return itemOf({ kind: key.startsWith(OWN) ? 'own' : 'found', key });
}

export function nameOfLine(line: CaseLine): string {
  return line.kind === 'own' ? line.name : line.employer.name;
}

/** Where a line stands for this person: what holds, and the revision the next decision must have seen. */
export type Standings = Readonly<Record<string, RowStanding>>;

const UNDECIDED: RowStanding = { decisionId: null, outcome: null, revision: 0, otherSite: null, proposedThisWeek: 0 };

export function standingOf({ key }: CaseLine, standings: Standings): RowStanding {
  return standings[key] ?? UNDECIDED;
}

/** A company that was added by hand, and where it stands. */
export type OwnEmployer = CallOutput<'decision.list'>['own'][number];

/** Added by hand and not set aside, newest first. */
export function shownOwn(own: readonly OwnEmployer[]): readonly OwnEmployer[] {
  return own
    .filter(({ isWithdrawn, standing }) => !isWithdrawn && standing.outcome !== 'set-aside')
    .toSorted((a, b) => b.at - a.at);
}

/** "Camille Roussel" is "Camille R.": who added, without more of them than needed. */
export function shortName(name: string): string {
  const [first = '', last = ''] = name.split(' ');
  return last === '' ? first : `${first} ${last.slice(0, 1)}.`;
}
