import { PRIVATE_LINE_DAYS } from '../../shared/domain/private-line/private-line.ts';
import type { PrivateLine } from '../../shared/domain/private-line/private-line.schema.ts';
import { addDays, instantOf, localDateAt } from '../../shared/kernel/local-date.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { perStore, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { privateLineRepository } from './private-line.repository.ts';

export interface PrivateLineUseCases {
  /** One’s own, of one’s own file; null where there is none, or where its time is over. */
  get(caseId: string): PrivateLine | null;
  /** Takes the place of the one before; an empty one takes it away. @throws AppError NUMBER_REFUSED, CASE_CLOSED */
  save(caseId: string, text: string): void;
  /** Forgets those whose time is over, whoever wrote them. */
  purge(): void;
}

export function makePrivateLines(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
): PrivateLineUseCases {
  const lines = perStore(desk.store, privateLineRepository);
  const author = (): string => desk.account().id;
  /** What was written before this instant is gone. */
  const horizon = (): number => instantOf(addDays(todayOf(desk), 1 - PRIVATE_LINE_DAYS), 0, 0, desk.timeZone);
  return {
    get(caseId) {
      files.assertMine(caseId);
      const kept = lines().read(caseId, author());
      if (kept === null || kept.writtenAt < horizon()) return null;
      return { ...kept, goneOn: addDays(localDateAt(kept.writtenAt, desk.timeZone), PRIVATE_LINE_DAYS) };
    },
    save(caseId, text) {
      files.assertMine(caseId);
      assertNoRefusedNumber([text]);
      try {
        if (text === '') {
          lines().remove(caseId, author());
          return;
        }
        files.assertOpen(caseId);
        lines().write({ caseId, authorId: author(), text, now: desk.clock.now() });
      } catch (error) {
        throw asDiskError(error);
      }
    },
    purge: () => lines().forgetBefore(horizon()),
  };
}
