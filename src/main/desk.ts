import type { Access } from './access/access.use-cases.ts';
import { perStore, type CaseStore, type Desk } from './operation/operation.use-cases.ts';
import { AppError } from '../shared/kernel/app-error.ts';

/** Whoever has unlocked, as the use cases of case files see them. */
export function makeDesk({
  access,
  ...rest
}: Pick<Desk, 'clock' | 'timeZone' | 'onCaseChanged'> & { readonly access: Access<CaseStore> }): Desk {
  const store = (): CaseStore => access.store();
  // Accounts do not change while somebody has the space open; once it is closed, nothing keeps their names.
  const accounts = perStore(store, () => access.status().accounts);
  const names = perStore(store, () => new Map(accounts().map(({ id, name }) => [id, name])));
  return {
    ...rest,
    store,
    account() {
      const account = access.session();
      if (account === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      return account;
    },
    accounts: () => accounts(),
    nameOf: (actorId) => names().get(actorId) ?? '',
  };
}
