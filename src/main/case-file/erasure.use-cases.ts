import { ENTITIES_OF_WORDS, ERASED, WORDS_ERASED } from '../../shared/domain/operation/operation.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import {
  ACCESS_LOG_YEARS,
  closedFileOf,
  dueErasure,
  firstDue,
  isClockBelieved,
  mayErase,
  yearsAfter,
} from '../../shared/domain/retention/retention.rules.ts';
import type { ErasureWhy } from '../../shared/domain/retention/retention.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { instantOf } from '../../shared/kernel/local-date.ts';
import type { AccessLogUseCases } from '../access/access-log.use-cases.ts';
import type { Log } from '../platform/log/log.ts';
import type { EmployerContactUseCases } from '../employer-contact/employer-contact.use-cases.ts';
import type { PrivateLineUseCases } from '../private-line/private-line.use-cases.ts';
import { eraseAs, newId, perStore, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import type { CaseFileUseCases } from './case-file.use-cases.ts';
import { erasureRepository, type ClosedLine } from './erasure.repository.ts';

/** What was written in one's own words: it goes a year before the rest. */

export interface ErasureUseCases {
  /**
   * Erases a closed file for good. That it was erased remains, by whom, when and why, under a number that names nobody.
   * @throws AppError NOT_ERASABLE for a file that is open, or whose term has not come where that is the reason
   */
  erase(command: {
    readonly commandId: string;
    readonly caseId: string;
    readonly why: ErasureWhy;
    readonly baseRevision: number;
  }): Committed;
  /**
   * Erases what is past its term, in all portfolios: asked after somebody unlocked. Says how many files it touched; none
   * while the clock of the workstation cannot be believed.
   */
  purge(): number;
}

export function makeErasure(
  desk: Desk,
  {
    files,
    access,
    employerContacts,
    privateLines,
    onErased,
  }: {
    readonly files: Pick<CaseFileUseCases, 'assertInTitle' | 'read'>;
    readonly access: AccessLogUseCases;
    readonly employerContacts: Pick<EmployerContactUseCases, 'purge'>;
    readonly privateLines: Pick<PrivateLineUseCases, 'purge'>;
    /** Somebody had a file erased, which copies of the store made before still hold. */
    readonly onErased: () => void;
  },
): ErasureUseCases {
  const repository = perStore(desk.store, erasureRepository);
  const eraseFile = (opId: string, caseId: string, why: ErasureWhy, baseRevision: number, check: () => void) => {
    const entity = { entity: 'caseFile', entityId: caseId, kind: ERASED } as const;
    const frozen = () => {
      check();
      return {};
    };
    return eraseAs(desk, { opId, caseId, ...entity, baseRevision, payload: { why }, frozen }, 'all', () => {
      repository().eraseDrafts(caseId);
      access.forgetWords(caseId);
      access.record({ act: 'erased', caseId, reason: why });
    });
  };
  const eraseWords = ({ id: caseId, revision: baseRevision }: ClosedLine): void => {
    const entity = { entity: 'caseFile', entityId: caseId, kind: WORDS_ERASED } as const;
    const opId = newId(desk.clock.now());
    eraseAs(desk, { opId, caseId, ...entity, baseRevision, payload: {} }, ENTITIES_OF_WORDS, () =>
      repository().eraseDrafts(caseId),
    );
  };

  return {
    erase({ commandId, caseId, why, baseRevision }) {
      // Asked again, there is no file any more to look at.
      const isNew = desk.store().log.find(commandId) === null;
      if (isNew) files.assertInTitle(caseId);
      const done = eraseFile(commandId, caseId, why, baseRevision, () => {
        if (mayErase(closedFileOf(files.read(caseId), desk.timeZone), why, todayOf(desk))) return;
        throw new AppError('NOT_ERASABLE', 'This case file may not be erased yet.');
      });
      // First: where the store cannot be written anew, copies are replaced all the same.
      if (isNew) onErased();
      desk.store().log.sweep();
      return done;
    },
    purge() {
      if (!isClockBelieved(desk.clock.now(), desk.store().log.lastAt())) return 0;
      const today = todayOf(desk);
      employerContacts.purge();
      privateLines.purge();
      access.forgetBefore(instantOf(yearsAfter(today, -ACCESS_LOG_YEARS), 0, 0, desk.timeZone));
      const due = repository()
        .closedUpTo(firstDue(today))
        .map((line) => ({ line, what: dueErasure(closedFileOf(line, desk.timeZone), today) }))
        .filter(({ line, what }) => what === 'file' || (what === 'words' && line.hasWords === 1));
      for (const { line, what } of due) {
        if (what === 'words') eraseWords(line);
        else eraseFile(newId(desk.clock.now()), line.id, 'term', line.revision, () => undefined);
      }
      // What a full disk or a crash left undone the last time included.
      desk.store().log.sweep();
      return due.length;
    },
  };
}

/**
 * What is past its term goes after somebody unlocked. Where it cannot go today (a full disk, a damaged page), it goes next
 * time: the work goes on all the same.
 */
export function purgeQuietly(erasure: Pick<ErasureUseCases, 'purge'>, log: Log): void {
  try {
    const files = erasure.purge();
    if (files > 0) log.info('retention.erased', { files });
  } catch (error) {
    log.warn('retention.not-applied', { kind: error instanceof AppError ? error.code : (error as Error).name });
  }
}
