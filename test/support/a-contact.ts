import type { CallInput } from '../../src/shared/contract/index.ts';

/** Somebody to ask for at an establishment. */
export const A_CONTACT = {
  ...{ name: 'Mme Weber', role: 'responsable du magasin', phone: '01 99 00 12 34', email: '' },
  ...{ wayIn: 'au comptoir, le matin', source: 'call', knownOn: '2026-03-01' },
} as const satisfies Omit<CallInput<'employerContact.save'>, 'siret' | 'baseVersion'>;
