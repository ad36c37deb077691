import { byName, isSameName } from '../../shared/domain/agency-tag/agency-tag.rules.ts';
import type { SavedPortfolioView } from '../../shared/domain/case-file/portfolio-view.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { applySavedView, type KeptView } from '../../shared/domain/saved-view/saved-view.rules.ts';
import type { SavedView } from '../../shared/domain/saved-view/saved-view.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { FamiliesIn } from '../agency-tag/agency-tag.use-cases.ts';
import { commitAs, perStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { savedViewRepository } from './saved-view.repository.ts';

export const savedViewProjection: Projection<KeptView> = {
  entity: 'savedView',
  tables: ['saved_view'],
  apply: applySavedView,
  revisionOf: (state) => state?.revision ?? 0,
  open: savedViewRepository,
};

interface OfView {
  readonly commandId: string;
  readonly viewId: string;
  readonly baseRevision: number;
}

export interface SavedViewUseCases {
  /** One's own, by name. */
  list(): readonly SavedView[];
  /**
   * @throws AppError NOT_FOUND for somebody else's, NAME_TAKEN when another of one's own has that name, INVALID_INPUT
   * (families) for a new name that says what nobody is looked for by
   */
  save(command: OfView & { readonly name: string; readonly view: SavedPortfolioView }): Committed;
  /** @throws AppError NOT_FOUND */
  remove(command: OfView): Committed;
}

export function makeSavedViewUseCases(desk: Desk, familiesIn: FamiliesIn): SavedViewUseCases {
  const views = perStore(desk.store, savedViewRepository);
  const mine = (): readonly KeptView[] => views().ofAccount(desk.account().id);
  const commit = (
    { commandId: opId, viewId, baseRevision }: OfView,
    kind: `savedView.${string}`,
    payload: object,
    check?: () => void,
  ): Committed => {
    const kept = views().read(viewId);
    const isMine = kept?.accountId === desk.account().id;
    if (kept === null ? kind === 'savedView.remove' : !isMine) {
      throw new AppError('NOT_FOUND', 'This view is not one of yours.');
    }
    const entity = { caseId: null, entity: 'savedView', entityId: viewId } as const;
    return commitAs(desk, { opId, ...entity, kind, baseRevision, payload }, check);
  };

  return {
    list: () =>
      mine()
        .map(({ id, name, view, revision }) => ({ id, name, view, revision }))
        .sort(byName),
    save({ name, view, ...of }) {
      return commit(of, 'savedView.save', { name, view }, () => {
        const families = views().read(of.viewId)?.name === name ? [] : familiesIn(name);
        if (families.length > 0) {
          throw new AppError('INVALID_INPUT', 'Nobody is looked for by these words.', { families });
        }
        if (!mine().some((other) => other.id !== of.viewId && isSameName(other.name, name))) return;
        throw new AppError('NAME_TAKEN', 'Another view has this name.');
      });
    },
    remove: (of) => commit(of, 'savedView.remove', {}),
  };
}
