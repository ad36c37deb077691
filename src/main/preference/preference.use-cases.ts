import type { PreferenceName, PreferenceValue } from '../../shared/domain/preference/preference.schema.ts';
import { perStore, type Desk } from '../operation/operation.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';

/** What the screens of one account remember. No operation: it is nothing that somebody did for a person. */
export interface PreferenceUseCases {
  /** Null where nothing was ever remembered. */
  get(name: PreferenceName): PreferenceValue | null;
  /** @throws AppError DISK_FULL */
  set(name: PreferenceName, value: PreferenceValue): void;
}

export function makePreferenceUseCases(desk: Desk): PreferenceUseCases {
  const statements = perStore(desk.store, (db) => ({
    one: db.prepare<[string, string], string>('SELECT value FROM preference WHERE account_id = ? AND name = ?').pluck(),
    put: db.prepare('INSERT OR REPLACE INTO preference (account_id, name, value) VALUES (?, ?, ?)'),
  }));
  return {
    get(name) {
      const known = statements().one.get(desk.account().id, name);
      return known === undefined ? null : (JSON.parse(known) as PreferenceValue);
    },
    set(name, value) {
      try {
        statements().put.run(desk.account().id, name, JSON.stringify(value));
      } catch (error) {
        throw asDiskError(error);
      }
    },
  };
}
