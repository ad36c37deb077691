import { PRIVATE_LINE_DAYS } from '../../shared/domain/private-line/private-line.ts';
import type { PrivateLine } from '../../shared/domain/private-line/private-line.schema.ts';
import { addDays, instantOf, type LocalDate, localDateAt } from '../../shared/kernel/local-date.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { perStore, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { privateLineRepository } from './private-line.repository.ts';

export interface PrivateLineUseCases {
  /** One’s own, of one’s own file; null where there is none, or where its time is over. */
  get(caseId: string): PrivateLine | null;
  /** Those of every author that are still there, for the person's own copy and nothing else. @throws AppError as `assertAccompanied` */
  ofEveryone(caseId: string): readonly (PrivateLine & { readonly writtenBy: string })[];
  /** Takes the place of the one before; an empty one takes it away. @throws AppError NUMBER_REFUSED, CASE_CLOSED */
  save(caseId: string, text: string): void;
  /** Forgets those whose time is over, whoever wrote them. */
  purge(): void;
}

export function makePrivateLines(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen' | 'assertAccompanied'>,
): PrivateLineUseCases {
  const lines = perStore(desk.store, privateLineRepository);
  const author = (): string => desk.account().id;
  /** What was written before this instant is gone. */
  const horizon = (): number => instantOf(addDays(todayOf(desk), 1 - PRIVATE_LINE_DAYS), 0, 0, desk.timeZone);
  const goneOn = (writtenAt: number): LocalDate => addDays(localDateAt(writtenAt, desk.timeZone), PRIVATE_LINE_DAYS);
  return {
    get(caseId) {
      files.assertMine(caseId);
      const kept = lines().read(caseId, author());
      return kept === null || kept.writtenAt < horizon() ? null : { ...kept, goneOn: goneOn(kept.writtenAt) };
    },
    ofEveryone(caseId) {
      files.assertAccompanied(caseId);
      const living = lines()
        .ofCase(caseId)
        .filter(({ writtenAt }) => writtenAt >= horizon());
      return living.map(({ authorId, text, writtenAt }) => ({
        ...{ text, writtenAt, goneOn: goneOn(writtenAt), writtenBy: desk.nameOf(authorId) },
      }));
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
