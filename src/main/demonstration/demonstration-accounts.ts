import type { AdvisorKey } from './person-spec.schema.ts';

export interface DemonstrationAccount {
  readonly id: string;
  readonly name: string;
  readonly role: 'advisor' | 'supervisor';
  readonly agency: string;
  /** Public: the unlock screen of the demonstration shows it. It protects nobody, since nobody in there exists. */
  readonly passphrase: string;
}

const AGENCY = 'Metz Gambetta';

/** The advisor of each portfolio. The ids never change: operations of a demonstration already made carry them. */
export const ADVISOR_ACCOUNTS: Readonly<Record<AdvisorKey, DemonstrationAccount>> = {
  camille: {
    id: '5d0b7a52-3c1e-4f6a-9b27-0c4e8a1f6d01',
    name: 'Camille Roussel',
    role: 'advisor',
    agency: AGENCY,
    passphrase: 'cerise au printemps',
  },
  idriss: {
    id: '5d0b7a52-3c1e-4f6a-9b27-0c4e8a1f6d02',
    name: 'Idriss Faivre',
    role: 'advisor',
    agency: AGENCY,
    passphrase: 'tramway sous la pluie',
  },
};

export const SUPERVISOR_ACCOUNT: DemonstrationAccount = {
  id: '5d0b7a52-3c1e-4f6a-9b27-0c4e8a1f6d03',
  name: 'Odile Marchand',
  role: 'supervisor',
  agency: AGENCY,
  passphrase: 'lanterne du marché',
};

/** As the unlock screen lists them. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  ADVISOR_ACCOUNTS.camille,
  ADVISOR_ACCOUNTS.idriss,
  SUPERVISOR_ACCOUNT,
];
