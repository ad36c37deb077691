import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTag } from '../../../shared/domain/agency-tag/agency-tag.schema.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './agency-tag.css';
import { agencyTags, useSetTags, wornTags } from './agency-tag.queries.ts';
import { TagChooser } from './tag-chooser.tsx';

interface TagDialogProps {
  readonly caseId: string;
  readonly personName: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Says what was done, with a way to undo it. */
  readonly onDone: (opId: string, text: string) => void;
}

/** Which tags of the agency one file wears. */
export function TagDialog({ caseId, personName, isOpen, onClose, onDone }: TagDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('agencyTag.title', { name: personName })} isOpen={isOpen} onClose={onClose} focus="content">
      <TagLoading caseId={caseId} personName={personName} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

type LoadingProps = Omit<TagDialogProps, 'isOpen'>;

function TagLoading({ caseId, personName, onClose, onDone }: LoadingProps) {
  const tags = useQuery(agencyTags);
  const worn = useQuery(wornTags(caseId));
  const error = tags.error ?? worn.error;
  if (error !== null) {
    return <ErrorState error={error} onRetry={() => void Promise.all([tags.refetch(), worn.refetch()])} />;
  }
  if (tags.data === undefined || worn.data === undefined || worn.isFetching) return <Skeleton width="60%" />;
  return (
    <TagForm
      key={worn.data.revision}
      caseId={caseId}
      personName={personName}
      tags={tags.data}
      worn={worn.data.tagIds}
      revision={worn.data.revision}
      onSeeAgain={() => void worn.refetch()}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

interface TagFormProps extends LoadingProps {
  readonly tags: readonly ListedTag[];
  readonly worn: readonly string[];
  readonly revision: number;
  readonly onSeeAgain: () => void;
}

function TagForm({ caseId, personName, tags, worn, revision, onSeeAgain, onClose, onDone }: TagFormProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(worn);
  const save = useSetTags();
  const form = useRef<HTMLFormElement>(null);
  // The dialog was open before the tags were there.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate(
      { caseId, tagIds: chosen, baseRevision: revision },
      {
        onSuccess: ({ opId }) => {
          onClose();
          onDone(opId, t('agencyTag.saved', { name: personName }));
        },
      },
    );
  };
  return (
    <form ref={form} className="tag-form" onSubmit={submit}>
      <TagChooser tags={tags} chosen={chosen} onChange={setChosen} />
      {save.error === null ? null : <ErrorState error={save.error} onRetry={onSeeAgain} />}
      <div className="tag-form-actions">
        <Button kind="primary" type="submit" aria-disabled={save.isPending || undefined}>
          {t('agencyTag.save')}
        </Button>
        <Button onClick={onClose}>{t('agencyTag.leave')}</Button>
      </div>
    </form>
  );
}
