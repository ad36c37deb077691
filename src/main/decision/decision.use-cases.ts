import {
  applyDecision,
  applyOwnEmployer,
  currentDecision,
  revisionOfThread,
  siretOfKey,
  threadId,
  type DecisionThread,
} from '../../shared/domain/decision/decision.rules.ts';
import type {
  DecidedItem,
  Decision,
  DecisionItem,
  DecisionOutcome,
  OwnEmployer,
  OwnEmployerPayload,
  SetAsideReason,
} from '../../shared/domain/decision/decision.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import type { CaseListQuery, RowStanding } from '../../shared/domain/suggestion/case-list.schema.ts';
import type { Snapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { legalUnitOf } from '../../shared/scoring/employer-columns.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { commitAs, perStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { decisionRepository, type HoldingDecision } from './decision.repository.ts';
import { ownEmployerRepository } from './own-employer.repository.ts';

export { readDecisions } from './decision.repository.ts';

export const decisionProjection: Projection<DecisionThread> = {
  entity: 'decision',
  tables: ['decision'],
  apply: applyDecision,
  revisionOf: (state) => revisionOfThread(state),
  open: decisionRepository,
};

export const ownEmployerProjection: Projection<OwnEmployer> = {
  entity: 'ownEmployer',
  tables: ['own_employer'],
  apply: applyOwnEmployer,
  revisionOf: (state) => state?.revision ?? 0,
  open: ownEmployerRepository,
};

interface MakeDecision {
  readonly commandId: string;
  readonly caseId: string;
  readonly item: DecisionItem;
  readonly outcome: DecisionOutcome;
  readonly reasons: readonly SetAsideReason[];
  readonly words: string;
  readonly list: Omit<CaseListQuery, 'caseId'> | null;
  readonly baseRevision: number;
}

/** What is known about one item of a list for one person, besides the data. */
export interface Standing {
  readonly decisionId: string | null;
  readonly outcome: DecisionOutcome | null;
  readonly revision: number;
}

/** A company added by hand is for one person: nobody else is proposed it. */
type StandingOwnEmployer = OwnEmployer & { readonly standing: RowStanding };

export interface DecisionUseCases {
  /** What holds now, newest first, and the companies added by hand. */
  list(caseId: string): { readonly decided: readonly DecidedItem[]; readonly own: readonly StandingOwnEmployer[] };
  /**
   * Only a person makes a decision, one at a time, with what was shown (R1).
   * @throws AppError NOT_FOUND, CHANGED_MEANWHILE, CASE_CLOSED
   */
  make(command: MakeDecision): Committed;
  /** Takes back all that was decided on an item. @throws AppError NOT_FOUND when nothing was, CHANGED_MEANWHILE */
  reset(command: Pick<MakeDecision, 'commandId' | 'caseId' | 'item' | 'baseRevision'>): Committed;
  /** @throws AppError CASE_CLOSED */
  addOwn(command: OwnEmployerPayload & { readonly commandId: string; readonly caseId: string }): Committed;
  /** SIRETs set aside for one person: they do not come back unless asked. */
  setAside(caseId: string): readonly string[];
  standing(caseId: string, siret: string): Standing;
  /** Those of all that was decided on, by SIRET: nobody decided on the others. */
  standings(caseId: string): ReadonlyMap<string, Standing>;
  /** Employers of which a site is retained or kept for later, by `legalUnitOf`; the last decision where several are. */
  keptEmployers(caseId: string): ReadonlyMap<number, 'retained' | 'later'>;
  /** How many other people each establishment was retained for since an instant: a number, no name. */
  retainedFor(sirets: readonly string[], since: number, exceptCase: string): ReadonlyMap<string, number>;
  /** The files that an establishment is retained in, of every portfolio: whoever shows them counts those of others. */
  casesRetaining(siret: string): readonly string[];
  /** All that was decided with what was shown, what was taken back included, oldest first: to explain it, and for the person. */
  made(caseId: string): readonly Decision[];
  /** What was retained, for a note; what was set aside never is in one (R10). */
  retained(caseId: string): readonly DecidedItem[];
}

/** What a decision keeps of what was shown. Given by whoever knows the lists; null when the item is in none. */
export type SnapshotOf = (caseId: string, siret: string, list: MakeDecision['list']) => Snapshot | null;

export function makeDecisionUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen' | 'searchOf'>,
  snapshotOf: SnapshotOf,
): DecisionUseCases {
  const decisions = perStore(desk.store, decisionRepository);
  const owns = perStore(desk.store, ownEmployerRepository);

  const standingOf = (caseId: string, item: DecisionItem): Standing => {
    const thread = decisions().read(threadId(caseId, item));
    const current = currentDecision(thread);
    return { decisionId: current?.id ?? null, outcome: current?.outcome ?? null, revision: revisionOfThread(thread) };
  };
  /** What holds on establishments, by SIRET, newest first. */
  const establishmentsOf = (caseId: string): readonly (readonly [string, HoldingDecision])[] =>
    decisions()
      .holdingIn(caseId)
      .flatMap((held) => {
        const siret = siretOfKey(held.itemKey);
        return siret === null ? [] : [[siret, held] as const];
      });
  const snapshotFor = ({ caseId, item, list }: MakeDecision): Snapshot => {
    const known = currentDecision(decisions().read(threadId(caseId, item)))?.snapshot ?? null;
    if (item.kind === 'own') {
      const own = owns().read(item.ownEmployerId);
      if (own === null || own.caseId !== caseId || own.isWithdrawn) {
        // Taken back by somebody while a decision was made on it: that decision may still be changed.
        if (known === null) throw notThere();
        return known;
      }
      const shownOn = new Date(desk.clock.now()).toISOString();
      return { kind: 'own', name: own.name, communeName: own.communeName === '' ? null : own.communeName, shownOn };
    }
    // Reasons given afterwards, or a change of mind outside any list: what was shown is what was shown then.
    const snapshot = (list === null ? known : null) ?? snapshotOf(caseId, item.siret, list) ?? known;
    if (snapshot === null) throw notThere();
    return files.searchOf(caseId).isComputingOff ? withoutFigures(snapshot) : snapshot;
  };

  return {
    list(caseId) {
      files.assertMine(caseId);
      const own = owns()
        .ofCase(caseId)
        .map((added): StandingOwnEmployer => {
          const standing = standingOf(caseId, { kind: 'own', ownEmployerId: added.id });
          return { ...added, standing: { ...standing, otherSite: null, proposedThisWeek: 0 } };
        });
      return { decided: decisions().currentOf(caseId).map(toItem), own };
    },
    make(command) {
      const { commandId, caseId, item, outcome, reasons, words, baseRevision } = command;
      files.assertMine(caseId);
      const payload = { item, outcome, reasons, words };
      const frozen = () => {
        files.assertOpen(caseId);
        assertNoRefusedNumber([words]);
        return { snapshot: snapshotFor(command) };
      };
      const entity = { entity: 'decision', entityId: threadId(caseId, item), kind: 'decision.make' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload, frozen });
    },
    reset({ commandId, caseId, item, baseRevision }) {
      files.assertMine(caseId);
      const entityId = threadId(caseId, item);
      if (decisions().read(entityId) === null) throw notThere();
      const reset = { entity: 'decision', entityId, kind: 'decision.reset' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...reset, baseRevision, payload: {} });
    },
    addOwn({ commandId, caseId, ...own }) {
      files.assertMine(caseId);
      const payload = { ...own, actorName: desk.account().name };
      const frozen = () => {
        files.assertOpen(caseId);
        assertNoRefusedNumber([own.name, own.approach]);
        return {};
      };
      const entity = { entity: 'ownEmployer', entityId: commandId, kind: 'ownEmployer.add' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    setAside: (caseId) =>
      establishmentsOf(caseId).flatMap(([siret, { outcome }]) => (outcome === 'set-aside' ? [siret] : [])),
    keptEmployers(caseId) {
      const kept = new Map<number, 'retained' | 'later'>();
      for (const [siret, { outcome }] of establishmentsOf(caseId).toReversed()) {
        if (outcome !== 'set-aside') kept.set(legalUnitOf(Number(siret)), outcome);
      }
      return kept;
    },
    standings: (caseId) =>
      new Map(
        establishmentsOf(caseId).map(([siret, { id: decisionId, outcome, revision }]) => [
          siret,
          { decisionId, outcome, revision },
        ]),
      ),
    standing: (caseId, siret) => standingOf(caseId, { kind: 'establishment', siret }),
    retainedFor: (sirets, since, exceptCase) => decisions().retainedFor(sirets, since, exceptCase),
    casesRetaining: (siret) => decisions().casesRetaining(siret),
    made(caseId) {
      files.assertMine(caseId);
      return decisions().madeIn(caseId);
    },
    retained(caseId) {
      files.assertMine(caseId);
      return decisions()
        .currentOf(caseId)
        .filter(({ outcome }) => outcome === 'retained')
        .map(toItem);
    },
  };
}

/** Once a person said no to computing, what was computed before is not written again (R11). */
function withoutFigures(snapshot: Snapshot): Snapshot {
  if (snapshot.kind !== 'suggested') return snapshot;
  const { datasetVersion, name, sectorLabel, communeName, distanceKm, shownOn } = snapshot;
  return { kind: 'listed', datasetVersion, name, sectorLabel, communeName, distanceKm, shownOn };
}

function toItem({ id, item, outcome, reasons, words, snapshot, actorId, at, revision }: Decision): DecidedItem {
  return {
    decisionId: id,
    item,
    name: snapshot.name,
    sectorLabel: snapshot.kind === 'own' ? null : snapshot.sectorLabel,
    communeName: snapshot.communeName,
    distanceKm: snapshot.kind === 'own' ? null : snapshot.distanceKm,
    weights: snapshot.kind === 'suggested' ? (snapshot.query.weights ?? null) : null,
    outcome,
    reasons,
    words,
    actorId,
    at,
    revision,
  };
}

function notThere(): AppError {
  return new AppError('NOT_FOUND', 'This employer is not in the data or in the case file.');
}
