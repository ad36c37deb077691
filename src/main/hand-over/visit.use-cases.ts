import {
  ABSENCE_REASONS,
  VISIT_REASONS,
  type Lending,
  type Reassignment,
  type VisitReason,
} from '../../shared/domain/hand-over/hand-over.ts';
import type { AccessEntry, FoundElsewhere } from '../../shared/domain/hand-over/hand-over.schema.ts';
import type { Operation } from '../../shared/domain/operation/operation.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compareText, fold } from '../../shared/kernel/text.ts';
import { visitReason, type AccessLine, type AccessLogUseCases } from '../access/access-log.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { perStore, type Desk } from '../operation/operation.use-cases.ts';
import { handOverRepository } from './hand-over.repository.ts';

/** Opening a file that one does not accompany: with a reason, for a day, written down for the person to read. */
export interface VisitUseCases {
  /** People of colleagues whose names begin with these words: a handful, or none. Written in the access log. */
  find(text: string): readonly FoundElsewhere[];
  /** From now until midnight. @throws AppError NOT_FOUND, NUMBER_REFUSED */
  visit(command: { readonly caseId: string; readonly why: VisitReason; readonly words: string }): void;
  /** Who had to do with a file, newest first: whose it became, and who opened, copied or printed it. @throws AppError NOT_FOUND */
  accesses(caseId: string): readonly AccessEntry[];
}

const MOST_FOUND = 5;
/** Fewer say nobody’s name: signs alone, or an initial, would list whoever comes first. */
const FEWEST_LETTERS = 3;

export function makeVisits(
  desk: Desk,
  {
    files,
    access,
  }: {
    readonly files: Pick<CaseFileUseCases, 'assertMine' | 'holdingOf' | 'holdersOf'>;
    readonly access: AccessLogUseCases;
  },
): VisitUseCases {
  const repository = perStore(desk.store, handOverRepository);
  return {
    find(text) {
      const words = fold(text)
        .split(/[\s-]+/)
        .filter((word) => word !== '');
      const isName = words.join('').replace(/[^\p{L}]/gu, '').length >= FEWEST_LETTERS;
      const found = (isName ? repository().named() : [])
        .map(({ name, ...file }) => ({ ...file, ...(JSON.parse(name) as { first: string; last: string }) }))
        .filter(({ first, last }) => areIn(words, `${first} ${last}`))
        .filter(({ caseId }) => files.holdingOf(caseId) === null)
        .toSorted((a, b) => compareText(fold(`${a.last} ${a.first}`), fold(`${b.last} ${b.first}`)))
        .slice(0, MOST_FOUND);
      access.record({ act: 'searched', caseId: null, count: found.length });
      return found.map(({ caseId, first, last, advisorId }) => ({
        ...{ caseId, first, last, advisorName: desk.nameOf(advisorId) },
      }));
    },
    visit({ caseId, why, words }) {
      if (files.holdersOf(caseId) === null) throw new AppError('NOT_FOUND', 'There is no such case file.');
      assertNoRefusedNumber([words]);
      const held = files.holdingOf(caseId);
      if (held === 'title' || held === 'stand-in') return;
      access.record({ act: 'opened', caseId, reason: visitReason(why, words) });
    },
    accesses(caseId) {
      files.assertMine(caseId);
      const handed = desk
        .store()
        .log.ofCase(caseId)
        .flatMap((op) => handedEntry(op, desk.nameOf));
      const read = access.ofCase(caseId).flatMap((line) => accessEntry(line, desk.nameOf));
      return [...read, ...handed].toSorted((a, b) => b.at - a.at);
    },
  };
}

/** Each word begins one of the name, in whatever order they come. */
function areIn(words: readonly string[], name: string): boolean {
  const names = fold(name).split(/[\s-]+/);
  return words.every((word) => names.some((part) => part.startsWith(word)));
}

const NOT_LEAVING = { paper: null, medium: null } as const;
const NOTHING = { ...NOT_LEAVING, reason: null, toName: null, until: null } as const;

function handedEntry(op: Operation, nameOf: Desk['nameOf']): readonly AccessEntry[] {
  const common = { at: op.at, actorName: nameOf(op.actorId) };
  switch (op.kind) {
    case 'caseFile.create':
      return [{ ...common, ...NOTHING, kind: 'created' }];
    case 'caseFile.lend': {
      const { toId, until, reason: why } = op.payload as Lending;
      const kind = toId === op.actorId ? 'taken-over' : 'lent';
      const reason = { kind: 'absence', why } as const;
      return [{ ...common, ...NOT_LEAVING, kind, reason, toName: nameOf(toId), until }];
    }
    case 'caseFile.takeBack':
      return [{ ...common, ...NOTHING, kind: 'taken-back' }];
    case 'caseFile.reassign': {
      const { toId, reason: why } = op.payload as Reassignment;
      const reason = why === null ? null : ({ kind: 'transfer', why } as const);
      return [{ ...common, ...NOT_LEAVING, kind: 'reassigned', reason, toName: nameOf(toId), until: null }];
    }
    default:
      return [];
  }
}

const TOLD: readonly AccessLine['act'][] = ['opened', 'copied', 'exported', 'printed'];

function accessEntry(
  { at, actorId, act, reason, paper, medium }: AccessLine,
  nameOf: Desk['nameOf'],
): readonly AccessEntry[] {
  if (!TOLD.includes(act)) return [];
  const kind = act as AccessEntry['kind'];
  // Why a whole file left is in one's own words; the other reasons are of lists.
  const said = paper === 'file' && reason !== null ? ({ kind: 'said', words: reason } as const) : saidReason(reason);
  return [{ at, actorName: nameOf(actorId), kind, reason: said, paper, medium, toName: null, until: null }];
}

function saidReason(reason: string | null): AccessEntry['reason'] {
  const [kind, why = '', ...words] = (reason ?? '').split(' ');
  const visit = VISIT_REASONS.find((known) => known === why);
  if (kind === 'visit' && visit !== undefined) return { kind: 'visit', why: visit, words: words.join(' ') };
  const absence = ABSENCE_REASONS.find((known) => known === why);
  return kind === 'stand-in' && absence !== undefined ? { kind: 'absence', why: absence } : null;
}
