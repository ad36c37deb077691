import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedPortfolioView } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { newId } from '../../platform/command-id.ts';
import { Button } from '../../ui/button.tsx';
import { PopoverPill } from '../../ui/pill.tsx';
import { showToast } from '../../ui/toast.tsx';
import { type SavedView, useRemoveView, useSaveView } from './saved-view.queries.ts';
import './saved-view.css';
import { ViewNameForm } from './view-name-form.tsx';

interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** The one in use. */
  readonly current: SavedView | null;
  /** One looks otherwise than it says. */
  readonly isChanged: boolean;
  /** The way one looks now. */
  readonly look: () => SavedPortfolioView;
  readonly onUse: (id: string, view: SavedPortfolioView) => void;
  /** Everybody again, with one’s own columns. */
  readonly onLeave: () => void;
  /** The pill of the view is gone, and the focus with it. */
  readonly onRemoved: () => void;
}

/** Named ways of looking: one key uses one, the one in use opens what can be done with it, and "+ Vue" names the present one. */
export function SavedViews({ views, current, ...asked }: SavedViewsProps) {
  const { t } = useTranslation();
  return (
    <div className="pills" role="group" aria-label={t('savedView.label')}>
      {views.map((view) => (
        <ViewPill key={view.id} view={view} isCurrent={view.id === current?.id} {...asked} />
      ))}
      <NewView look={asked.look} onUse={asked.onUse} />
    </div>
  );
}

function NewView({ look, onUse }: Pick<SavedViewsProps, 'look' | 'onUse'>) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const save = useSaveView();
  const keep = (name: string): void => {
    const [viewId, view] = [newId(), look()];
    save.mutate(
      { viewId, name, view, baseRevision: 0 },
      {
        onSuccess: () => {
          setIsOpen(false);
          onUse(viewId, view);
          showToast(t('savedView.saved', { name }));
        },
      },
    );
  };
  return (
    <PopoverPill
      label={t('savedView.add')}
      isActive={false}
      withChevron={false}
      isOpen={isOpen}
      onOpenChange={(next) => {
        save.reset();
        setIsOpen(next);
      }}
    >
      <ViewNameForm
        title={t('savedView.newTitle')}
        name=""
        hint={t('savedView.hint')}
        isPending={save.isPending}
        error={save.error}
        onName={keep}
        onType={save.reset}
      />
    </PopoverPill>
  );
}

type ViewPillProps = Omit<SavedViewsProps, 'views' | 'current'> & {
  readonly view: SavedView;
  readonly isCurrent: boolean;
};

/** The same pill in use or not: the focus stays on it as it is put to use and left. */
function ViewPill({ view, isCurrent, isChanged, look, onUse, onLeave, onRemoved }: ViewPillProps) {
  const { t } = useTranslation();
  const { id, name, revision } = view;
  const [isOpen, setIsOpen] = useState(false);
  /** Kept while the panel closes. */
  const [isRenaming, setIsRenaming] = useState(false);
  const save = useSaveView();
  const remove = useRemoveView();
  const close = (): void => setIsOpen(false);
  const failed = (): void => {
    close();
    showToast(t('savedView.notChanged'));
  };
  const leave = (): void => {
    close();
    onLeave();
  };
  const comeBack = (): void => {
    close();
    onUse(id, view.view);
  };
  const update = (): void => {
    const seen = look();
    save.mutate(
      { viewId: id, name, view: seen, baseRevision: revision },
      {
        onSuccess: () => {
          close();
          onUse(id, seen);
          showToast(t('savedView.updated', { name }));
        },
        onError: failed,
      },
    );
  };
  const rename = (next: string): void =>
    save.mutate({ viewId: id, name: next, view: view.view, baseRevision: revision }, { onSuccess: close });
  const takeAway = (): void =>
    remove.mutate(view, {
      onSuccess: () => {
        close();
        onLeave();
        onRemoved();
        // Kept again under a name of its own: the one that was removed is not there any more.
        const undo = (): void => save.mutate({ viewId: newId(), name, view: view.view, baseRevision: 0 });
        showToast(t('savedView.removed', { name }), { label: t('savedView.undo'), run: undo });
      },
      onError: failed,
    });
  return (
    <PopoverPill
      label={isCurrent && isChanged ? t('savedView.changed', { name }) : name}
      isActive={isCurrent}
      withChevron={isCurrent}
      isPressed={isCurrent}
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (next && !isCurrent) {
          onUse(id, view.view);
          return;
        }
        save.reset();
        setIsOpen(next);
        if (next) setIsRenaming(false);
      }}
      width={260}
    >
      {isRenaming ? (
        <ViewNameForm
          title={t('savedView.renameTitle')}
          name={name}
          isPending={save.isPending}
          error={save.error}
          onName={rename}
          onType={save.reset}
        />
      ) : (
        <div className="view-menu">
          <Button kind="quiet" data-autofocus onClick={leave}>
            {t('savedView.leave')}
          </Button>
          {isChanged ? (
            <>
              <Button kind="quiet" onClick={comeBack}>
                {t('savedView.back')}
              </Button>
              <Button kind="quiet" onClick={update}>
                {t('savedView.update')}
              </Button>
            </>
          ) : null}
          <Button kind="quiet" onClick={() => setIsRenaming(true)}>
            {t('savedView.rename')}
          </Button>
          <Button kind="quiet" onClick={takeAway}>
            {t('savedView.remove')}
          </Button>
        </div>
      )}
    </PopoverPill>
  );
}
