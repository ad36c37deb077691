import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTag } from '../../../shared/domain/agency-tag/agency-tag.schema.ts';
import { newId } from '../../platform/command-id.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import '../../ui/setting-card.css';
import { showToast } from '../../ui/toast.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { agencyTags, useTagCommand } from './agency-tag.queries.ts';
import './tag-list.css';
import { TagNameForm } from './tag-name-form.tsx';
import { TagRow } from './tag-row.tsx';

/** The list that tags of case files come from: what is offered, and what was retired. */
export function TagList() {
  const { t } = useTranslation();
  const { data: tags, error, refetch } = useQuery(agencyTags);
  const offered = tags?.filter(({ isRetired }) => !isRetired) ?? [];
  const retired = tags?.filter(({ isRetired }) => isRetired) ?? [];
  return (
    <>
      <section className="card setting-card">
        <h2>{t('agencyTagList.title')}</h2>
        <p className="quiet">{t('agencyTagList.text')}</p>
        {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
        {tags !== undefined && offered.length === 0 ? <p>{t('agencyTagList.empty')}</p> : null}
        <Rows tags={offered} />
        <AddTag />
      </section>
      {retired.length === 0 ? null : (
        <section className="card setting-card">
          <h2>{t('agencyTagList.retiredTitle')}</h2>
          <p className="quiet">{t('agencyTagList.retiredText')}</p>
          <Rows tags={retired} />
        </section>
      )}
    </>
  );
}

function Rows({ tags }: { readonly tags: readonly ListedTag[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tag-rows">
      {tags.map((tag) => (
        <TagRow key={tag.id} tag={tag} />
      ))}
    </ul>
  );
}

function AddTag() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useFocusReturn(isOpen);
  const add = useTagCommand('agencyTag.add');
  const close = (): void => {
    setIsOpen(false);
    add.reset();
  };
  if (!isOpen) {
    return (
      <div className="setting-actions">
        <Button ref={opener} onClick={() => setIsOpen(true)}>
          {t('agencyTagList.add')}
        </Button>
      </div>
    );
  }
  const submit = (name: string): void => {
    const onSuccess = (): void => {
      showToast(t('agencyTagList.added', { name }));
      close();
    };
    add.mutate({ tagId: newId(), name }, { onSuccess });
  };
  return (
    <TagNameForm
      label={t('agencyTagList.name')}
      submitText={t('agencyTagList.submit')}
      initial=""
      isPending={add.isPending}
      error={add.error}
      onSubmit={submit}
      onType={add.reset}
      onCancel={close}
    />
  );
}
