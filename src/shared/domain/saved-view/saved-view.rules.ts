import type { SavedPortfolioView } from '../case-file/portfolio-view.schema.ts';
import { unknownKind, type Operation } from '../operation/operation.ts';
import type { SavedView } from './saved-view.schema.ts';

/** A saved view as its operations made it: one that was taken out keeps its revision. */
export interface KeptView extends SavedView {
  readonly accountId: string;
  readonly isRemoved: boolean;
}

type ViewOperation =
  | (Operation<{ readonly name: string; readonly view: SavedPortfolioView }> & { readonly kind: 'savedView.save' })
  | (Operation<Record<string, never>> & { readonly kind: 'savedView.remove' });

/** The view after an operation; it is of whoever saved it first. */
export function applySavedView(state: KeptView | null, operation: Operation): KeptView {
  const op = operation as ViewOperation;
  const revision = op.deviceSeq;
  switch (op.kind) {
    case 'savedView.save': {
      const { name, view } = op.payload;
      return { id: op.entityId, accountId: state?.accountId ?? op.actorId, name, view, isRemoved: false, revision };
    }
    case 'savedView.remove':
      if (state === null) throw new Error('A saved view starts by being saved.');
      return { ...state, isRemoved: true, revision };
    default:
      return unknownKind(operation);
  }
}
