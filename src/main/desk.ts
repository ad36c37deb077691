import type { Access } from './access/access.use-cases.ts';
import type { CaseStore, Desk } from './operation/operation.use-cases.ts';
import { AppError } from '../shared/kernel/app-error.ts';

/** Whoever has unlocked, as the use cases of case files see them. */
export function makeDesk({
  access,
  ...rest
}: Pick<Desk, 'clock' | 'timeZone' | 'onCaseChanged'> & { readonly access: Access<CaseStore> }): Desk {
  let names: { readonly store: CaseStore; readonly byId: ReadonlyMap<string, string> } | null = null;
  return {
    ...rest,
    store: () => access.store(),
    account() {
      const account = access.session();
      if (account === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      return account;
    },
    nameOf(actorId) {
      // Accounts do not change while somebody has the space open.
      const store = access.store();
      if (names?.store !== store) {
        names = { store, byId: new Map(access.status().accounts.map(({ id, name }) => [id, name])) };
      }
      return names.byId.get(actorId) ?? '';
    },
  };
}
