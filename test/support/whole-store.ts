import { isDeepStrictEqual } from 'node:util';
import type { CaseClient, Intent } from './case-intents.ts';
import type { Found } from './ledger.ts';

/**
 * Whether what was asked and never acknowledged is there all the same. Where it is, the client takes it as acknowledged,
 * so that the rest of it must be there too.
 */
export function settle(client: CaseClient, inFlight: Intent, { operations, drafts }: Found): boolean {
  const { opId, draft } = inFlight.effect;
  const seq = operations.find((operation) => operation.opId === opId)?.seq;
  const isThere = opId === null ? draft !== null && drafts[draft.caseId] === draft.text : seq !== undefined;
  if (isThere) client.acknowledge(inFlight, seq ?? 0);
  return isThere;
}

/** What a store lacks, or has too much of, for somebody who kept what they were told: nothing when it is whole. */
export function faultsOf({ operations, shown, drafts }: Found, { ledger }: CaseClient): readonly string[] {
  const seqs = new Map(operations.map(({ opId, seq }) => [opId, seq]));
  return [
    ...operations.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`the log goes to ${seq} after ${index}`])),
    ...operations.flatMap(({ opId }) => (ledger.operations.has(opId) ? [] : [`nobody asked for ${opId}`])),
    ...[...ledger.operations].flatMap(([opId, told]) =>
      seqs.get(opId) === told ? [] : [`${opId} was acknowledged as ${told} and is ${seqs.get(opId)}`],
    ),
    ...differences('shown', shown, ledger.shown()),
    ...differences('draft', drafts, ledger.drafts()),
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
