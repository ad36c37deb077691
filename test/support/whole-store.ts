import { isDeepStrictEqual } from 'node:util';
import type { ReadDb } from '../../src/main/platform/db/open-database.ts';
import type { CaseClient, Intent } from './case-client.ts';
import { draftsIn, shownBy } from './ledger.ts';

/**
 * Whether what was asked and never acknowledged is there all the same. Where it is, the client takes it as acknowledged,
 * so that the rest of it must be there too.
 */
export function settle(client: CaseClient, inFlight: Intent, db: ReadDb): boolean {
  const { opId, draft } = inFlight.effect;
  const seq = db.prepare<[string | null], number>('SELECT device_seq FROM op WHERE op_id = ?').pluck().get(opId);
  const isThere = opId === null ? draft !== null && draftsIn(db)[draft.caseId] === draft.text : seq !== undefined;
  if (isThere) client.acknowledge(inFlight, seq ?? 0);
  return isThere;
}

/** What a store lacks, or has too much of, for somebody who kept what they were told: nothing when it is whole. */
export function faultsIn(db: ReadDb, { ledger }: CaseClient): readonly string[] {
  const ops = db
    .prepare<[], { opId: string; seq: number }>('SELECT op_id AS opId, device_seq AS seq FROM op ORDER BY device_seq')
    .all();
  const seqs = new Map(ops.map(({ opId, seq }) => [opId, seq]));
  return [
    ...ops.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`the log goes to ${seq} after ${index}`])),
    ...ops.flatMap(({ opId }) => (ledger.operations.has(opId) ? [] : [`nobody asked for ${opId}`])),
    ...[...ledger.operations].flatMap(([opId, told]) =>
      seqs.get(opId) === told ? [] : [`${opId} was acknowledged as ${told} and is ${seqs.get(opId)}`],
    ),
    ...differences('shown', shownBy(db), ledger.shown()),
    ...differences('draft', draftsIn(db), ledger.drafts()),
  ];
}

function differences(
  what: string,
  found: Readonly<Record<string, string>>,
  told: Readonly<Record<string, string>>,
): readonly string[] {
  if (isDeepStrictEqual(found, told)) return [];
  const names = new Set([...Object.keys(found), ...Object.keys(told)]);
  return [...names]
    .filter((name) => found[name] !== told[name])
    .map((name) => `${what} ${name}: told ${told[name]}, found ${found[name]}`);
}
