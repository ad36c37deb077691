import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Handing, KeptSheet, SheetPayload } from './sheet.schema.ts';

export type SheetOperation =
  | (Operation<SheetPayload> & { readonly kind: 'sheet.keep' })
  | (Operation<Handing> & { readonly kind: 'sheet.handOver' })
  /** It was not handed over after all. */
  | (Operation<Record<string, never>> & { readonly kind: 'sheet.takeBack' })
  | (Operation<Record<string, never>> & { readonly kind: 'sheet.withdraw' });

export function applySheet(state: KeptSheet | null, operation: Operation): KeptSheet {
  const op = operation as SheetOperation;
  const { entityId: id, caseId, actorId, at: keptAt, deviceSeq: revision } = op;
  if (op.kind === 'sheet.keep') {
    const { options, paper, on } = op.payload;
    const kept = { id, caseId: caseId ?? '', actorId, keptAt, handed: null, isWithdrawn: false, revision };
    return { ...kept, paper, on, isLarge: options.isLarge };
  }
  if (state === null) throw new Error('A sheet is kept before it is handed over.');
  switch (op.kind) {
    case 'sheet.handOver':
      return { ...state, handed: { way: op.payload.way, on: op.payload.on }, revision };
    case 'sheet.takeBack':
      return { ...state, handed: null, revision };
    case 'sheet.withdraw':
      return { ...state, isWithdrawn: true, revision };
    default:
      return unknownKind(operation);
  }
}
