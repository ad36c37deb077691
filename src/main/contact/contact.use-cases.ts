import { applyContact } from '../../shared/domain/contact/contact.rules.ts';
import type { Contact, ContactPayload } from '../../shared/domain/contact/contact.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { contactRepository } from './contact.repository.ts';

export const contactProjection: Projection<Contact> = {
  entity: 'contact',
  tables: ['contact'],
  apply: applyContact,
  revisionOf: (state) => state?.revision ?? 0,
  open: contactRepository,
};

export interface ContactUseCases {
  /** @throws AppError INVALID_INPUT for a day to come, CASE_CLOSED past the term of words, NUMBER_REFUSED */
  record(command: ContactPayload & { readonly commandId: string; readonly caseId: string }): Committed;
  /** The contacts of one person, newest first, those withdrawn aside. */
  list(caseId: string): readonly Contact[];
}

export function makeContactUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertTakesWords'>,
): ContactUseCases {
  const contacts = perStore(desk.store, contactRepository);
  return {
    record({ commandId, caseId, ...payload }) {
      files.assertMine(caseId);
      const entity = { entity: 'contact', entityId: commandId, kind: 'contact.record' } as const;
      const frozen = () => {
        files.assertTakesWords(caseId);
        assertNotAfterToday(desk, payload.on, 'on');
        assertNoRefusedNumber([payload.line]);
        return {};
      };
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    list(caseId) {
      files.assertMine(caseId);
      return contacts().ofCase(caseId);
    },
  };
}
