/**
 * What was typed in a field and could not be kept at once: somebody else had changed the field meanwhile, or the disk
 * was full. It stays here, whatever screen is shown, until the person has chosen.
 */
import { useSyncExternalStore } from 'react';
import type { FieldName, SaidBy } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { ErrorCode } from '../../../shared/kernel/app-error.ts';
import { onForget, onForgetFile } from '../../platform/forgetting.ts';

export interface UnsettledFact {
  readonly value: unknown;
  readonly saidBy: SaidBy;
  readonly saidOn: string;
  /** Why it is not kept: `CHANGED_MEANWHILE` leaves a choice between two versions. */
  readonly code: ErrorCode;
}

let unsettled: ReadonlyMap<string, UnsettledFact> = new Map();
const listeners = new Set<() => void>();

const keyOf = (caseId: string, field: FieldName): string => `${caseId} ${field}`;

function set(next: ReadonlyMap<string, UnsettledFact>): void {
  unsettled = next;
  for (const listener of listeners) listener();
}

export function holdFact(caseId: string, field: FieldName, fact: UnsettledFact): void {
  set(new Map(unsettled).set(keyOf(caseId, field), fact));
}

export function settleFact(caseId: string, field: FieldName): void {
  const next = new Map(unsettled);
  if (next.delete(keyOf(caseId, field))) set(next);
}

// Nothing of it for another person at the keyboard; nothing of a file that is erased.
onForget(() => set(new Map()));
onForgetFile((caseId) => set(new Map([...unsettled].filter(([key]) => !key.startsWith(`${caseId} `)))));

export function useUnsettledFact(caseId: string, field: FieldName): UnsettledFact | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsettled.get(keyOf(caseId, field)) ?? null,
  );
}
