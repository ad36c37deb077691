import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTag } from '../../../shared/domain/agency-tag/agency-tag.schema.ts';
import { numberText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { useTagCommand } from './agency-tag.queries.ts';
import './tag-list.css';
import { TagNameForm } from './tag-name-form.tsx';

/** A tag: its name, how many of one's own files wear it, and what one can do with it. */
export function TagRow({ tag }: { readonly tag: ListedTag }) {
  const { t, i18n } = useTranslation();
  const [isRenaming, setIsRenaming] = useState(false);
  const renameButton = useFocusReturn(isRenaming);
  const rename = useTagCommand('agencyTag.rename');
  const { name, files, revision: baseRevision, id: tagId } = tag;
  const close = (): void => {
    setIsRenaming(false);
    rename.reset();
  };
  if (isRenaming) {
    const submit = (next: string): void => {
      const onSuccess = (): void => {
        showToast(t('agencyTagList.renamed', { name: next }));
        close();
      };
      if (next === name) close();
      else rename.mutate({ tagId, name: next, baseRevision }, { onSuccess });
    };
    return (
      <li className="tag-row">
        <TagNameForm
          label={t('agencyTagList.newName')}
          submitText={t('agencyTagList.renameSubmit')}
          initial={name}
          isPending={rename.isPending}
          error={rename.error}
          onSubmit={submit}
          onType={rename.reset}
          onCancel={close}
        />
      </li>
    );
  }
  return (
    <li className="tag-row">
      <span className="tag-name">{name}</span>
      <span className="quiet small">
        {t('agencyTagList.files', { count: files, n: numberText(files, i18n.language) })}
      </span>
      <span className="tag-acts">
        {tag.isRetired ? null : (
          <Button
            ref={renameButton}
            size="small"
            aria-label={t('agencyTagList.renameOf', { name })}
            onClick={() => setIsRenaming(true)}
          >
            {t('agencyTagList.rename')}
          </Button>
        )}
        <RetireButton tag={tag} />
      </span>
    </li>
  );
}

/** Retires a tag, or offers it again; each undoes the other. */
function RetireButton({ tag }: { readonly tag: ListedTag }) {
  const { t } = useTranslation();
  const retire = useTagCommand('agencyTag.retire');
  const restore = useTagCommand('agencyTag.restore');
  const { name, isRetired, revision: baseRevision, id: tagId } = tag;
  const error = retire.error ?? restore.error;
  const onRetire = (): void =>
    retire.mutate({ tagId, baseRevision }, { onSuccess: () => showToast(t('agencyTagList.retired', { name })) });
  const onRestore = (): void =>
    restore.mutate({ tagId, baseRevision }, { onSuccess: () => showToast(t('agencyTagList.restored', { name })) });
  const words = isRetired
    ? { label: t('agencyTagList.restoreOf', { name }), text: t('agencyTagList.restore') }
    : { label: t('agencyTagList.retireOf', { name }), text: t('agencyTagList.retire') };
  return (
    <>
      <Button
        size="small"
        aria-label={words.label}
        disabled={retire.isPending || restore.isPending}
        onClick={isRetired ? onRestore : onRetire}
      >
        {words.text}
      </Button>
      {error === null ? null : <ErrorState error={error} />}
    </>
  );
}
