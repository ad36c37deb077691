import { join } from 'node:path';
import { readingKey } from '../../src/main/access/reading-key.use-cases.ts';
import { makeCases, PROJECTIONS, type Cases } from '../../src/main/case-file/cases.use-cases.ts';
import { makeLeftOut } from '../../src/main/correction/correction.use-cases.ts';
import { makeContactsHere } from '../../src/main/employer-contact/employer-contact.use-cases.ts';
import { openCurrentRelease, type Release } from '../../src/main/dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../../src/main/employer/employer.use-cases.ts';
import { makeOccupationUseCases } from '../../src/main/occupation/occupation.use-cases.ts';
import { openCaseStore, type CaseStore, type Desk } from '../../src/main/operation/operation.use-cases.ts';
import { makePlaceUseCases } from '../../src/main/place/place.use-cases.ts';
import { makeSuggestionUseCases } from '../../src/main/suggestion/suggestion.use-cases.ts';
import type { Operation } from '../../src/shared/domain/operation/operation.ts';
import { TEST_NOW } from './fixture-release.ts';
import { ACCOUNTS } from './people.ts';

export interface SecondDesk {
  readonly cases: Cases;
  readonly store: CaseStore;
  readonly release: Release;
  /** Where its time stands; tests move it. */
  readonly clock: { time: number; now(): number };
  /** Many commands in one transaction: thousands of files are written in seconds. */
  inOneGo(write: () => void): void;
  /** Whose commands the next ones are. */
  sit(account: 0 | 1 | 2): void;
  /** Every operation of the log, oldest first. */
  operations(): readonly Pick<Operation, 'opId' | 'caseId' | 'kind' | 'payload'>[];
  close(): void;
}

/** The use cases of case files on a store that a core may have open as well: what no call tells is looked at here. */
export async function secondDesk(
  dataDir: string,
  { timeZone = 'Europe/Paris', now = TEST_NOW } = {},
): Promise<SecondDesk> {
  const folder = join(dataDir, 'workspaces', 'own');
  let account: (typeof ACCOUNTS)[number] = ACCOUNTS[0];
  const key = await readingKey(folder, { account: account.id, passphrase: account.passphrase });
  const clock = { time: now, now: () => clock.time };
  const store = openCaseStore(folder, key, false, { projections: PROJECTIONS, clock });
  const release = openCurrentRelease(join(folder, 'reference'));
  const desk: Desk = {
    store: () => store,
    account: () => account,
    accounts: () => ACCOUNTS,
    nameOf: (id) => ACCOUNTS.find((known) => known.id === id)?.name ?? '',
    clock,
    timeZone,
    onCaseChanged: () => undefined,
  };
  const current = (): Release => release;
  const employers = makeEmployerUseCases(current);
  const suggestions = makeSuggestionUseCases(current, {
    employers,
    occupations: makeOccupationUseCases(current),
    places: makePlaceUseCases(current),
    leftOut: makeLeftOut(desk.store),
    contactsHere: makeContactsHere(desk.store),
  });
  return {
    cases: makeCases(desk, {
      ...{ suggestions: suggestions.forCase, employers },
      datasetVersion: () => release.manifest.version,
    }),
    store,
    release,
    clock,
    inOneGo: (write) => store.db.transaction(write)(),
    sit(index) {
      account = ACCOUNTS[index];
    },
    operations() {
      const rows = store.db.prepare('SELECT op_id, case_id, kind, payload FROM op ORDER BY device_seq').all() as {
        readonly op_id: string;
        readonly case_id: string | null;
        readonly kind: string;
        readonly payload: string;
      }[];
      return rows.map((row) => ({
        opId: row.op_id,
        caseId: row.case_id,
        kind: row.kind,
        payload: JSON.parse(row.payload) as unknown,
      }));
    },
    close() {
      store.close();
      release.close();
    },
  };
}
