import {
  isContactToCheck,
  lastForgottenDay,
  namesSomeone,
} from '../../shared/domain/employer-contact/employer-contact.rules.ts';
import type { ContactDetails, EmployerContact } from '../../shared/domain/employer-contact/employer-contact.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { FamiliesIn } from '../agency-tag/agency-tag.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import {
  assertNotAfterToday,
  perStore,
  todayOf,
  type CurrentStore,
  type Desk,
} from '../operation/operation.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { employerContactRepository } from './employer-contact.repository.ts';

interface OfSite {
  readonly siret: string;
  /** The version that was seen; 0 where nothing was known. */
  readonly baseVersion: number;
}

export interface EmployerContactUseCases {
  /** Whom to ask for at an establishment, as somebody of the agency learned it; null where nobody did. */
  find(siret: string): EmployerContact | null;
  /**
   * Writes it in place of what was known: of somebody who works there nothing older is kept, not even in the log.
   * @throws AppError CHANGED_MEANWHILE, INVALID_INPUT for a day to come, for words the guard marks (families) or where a
   * jobseeker of the portfolio is named (names_a_person), NUMBER_REFUSED, DISK_FULL
   */
  save(command: OfSite & ContactDetails): EmployerContact;
  /** Erases it for good. @throws AppError NOT_FOUND, CHANGED_MEANWHILE, DISK_FULL */
  remove(command: OfSite): void;
  /** Erases what nobody has said again for three years. */
  purge(): void;
}

export function makeEmployerContactUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'portfolio'>,
  familiesIn: FamiliesIn,
): EmployerContactUseCases {
  const contacts = perStore(desk.store, employerContactRepository);
  const find: EmployerContactUseCases['find'] = (siret) => {
    const kept = contacts().find(siret);
    if (kept === null) return null;
    const { name, role, phone, email, wayIn, source, knownOn, authorId, version } = kept;
    const isToCheck = isContactToCheck(knownOn, todayOf(desk));
    return { name, role, phone, email, wayIn, source, knownOn, authorName: desk.nameOf(authorId), isToCheck, version };
  };
  const assertSeen = ({ siret, baseVersion }: OfSite): void => {
    if ((contacts().find(siret)?.version ?? 0) === baseVersion) return;
    throw new AppError('CHANGED_MEANWHILE', 'Somebody corrected this contact meanwhile.');
  };
  /** It is shown for whoever goes there: nothing in it is about somebody who looks for work. */
  const assertOfTheCompany = ({ role, wayIn }: ContactDetails): void => {
    const text = `${role}. ${wayIn}`;
    assertNoRefusedNumber([text]);
    const families = familiesIn(text);
    if (families.length > 0) throw new AppError('INVALID_INPUT', 'This says more than a way in.', { families });
    if (!namesSomeone(text, files.portfolio())) return;
    throw new AppError('INVALID_INPUT', 'This names somebody.', { fields: ['wayIn: names_a_person'] });
  };
  const written = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      throw asDiskError(error);
    }
    desk.onCaseChanged(null);
  };
  return {
    find,
    save({ siret, baseVersion, ...details }) {
      assertSeen({ siret, baseVersion });
      assertNotAfterToday(desk, details.knownOn, 'knownOn');
      assertOfTheCompany(details);
      // Later than any that was seen, also of one that was removed meanwhile.
      const version = Math.max(baseVersion + 1, desk.clock.now());
      const { id: authorId, name: authorName } = desk.account();
      written(() => contacts().put({ siret, ...details, authorId, version }));
      const isToCheck = isContactToCheck(details.knownOn, todayOf(desk));
      return { ...details, authorName, isToCheck, version };
    },
    remove({ siret, baseVersion }) {
      if (contacts().find(siret) === null) throw new AppError('NOT_FOUND', 'Nothing is known there.');
      assertSeen({ siret, baseVersion });
      written(() => contacts().remove(siret));
    },
    purge: () => contacts().forgetUpTo(lastForgottenDay(todayOf(desk))),
  };
}

/** Where somebody of the agency found a contact. */
export function makeContactsHere(store: CurrentStore): () => readonly string[] {
  const contacts = perStore(store, employerContactRepository);
  return () => contacts().sites();
}
