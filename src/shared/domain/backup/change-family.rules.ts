import type { ChangeFamily } from './backup.schema.ts';

const BY_KIND: Readonly<Record<string, ChangeFamily>> = {
  'caseFile.create': 'file-opened',
  'caseFile.setField': 'fact',
  'caseFile.confirmFact': 'fact',
  'caseFile.close': 'closing',
  'caseFile.reopen': 'closing',
  'caseFile.archive': 'closing',
  'caseFile.erase': 'erasure',
};
const BY_ENTITY: Readonly<Record<string, ChangeFamily>> = {
  contact: 'contact',
  appointment: 'appointment',
  action: 'action',
  engagement: 'action',
  outcome: 'closing',
  decision: 'company',
  ownEmployer: 'company',
  correction: 'company',
  note: 'note',
  reading: 'note',
};

/** What a person calls an operation of this kind; kinds that come later are `other` until they have a word. */
export function changeFamilyOf(kind: string): ChangeFamily {
  return BY_KIND[kind] ?? BY_ENTITY[kind.split('.')[0] ?? ''] ?? 'other';
}
