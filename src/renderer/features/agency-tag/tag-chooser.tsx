import { useTranslation } from 'react-i18next';
import type { ListedTag } from '../../../shared/domain/agency-tag/agency-tag.schema.ts';
import { MOST_TAGS } from '../../../shared/domain/case-file/case-file.ts';
import { CheckList } from '../../ui/pill.tsx';

interface TagChooserProps {
  readonly tags: readonly ListedTag[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The tags of the agency to tick; a retired one is there only for the files that wear it. No tag is made here. */
export function TagChooser({ tags, chosen, onChange }: TagChooserProps) {
  const { t } = useTranslation();
  const offered = tags.filter(({ id, isRetired }) => !isRetired || chosen.includes(id));
  if (offered.length === 0) return <p className="quiet">{t('agencyTag.none')}</p>;
  const isFull = chosen.length >= MOST_TAGS;
  return (
    <>
      <CheckList
        choices={offered.map(({ id, name, isRetired }) => ({
          key: id,
          label: name,
          count: isRetired ? t('agencyTag.retired') : '',
        }))}
        chosen={chosen}
        onChange={(next) => {
          if (next.length <= MOST_TAGS) onChange(next);
        }}
      />
      {isFull ? (
        <p className="quiet small" role="status">
          {t('agencyTag.full', { count: MOST_TAGS })}
        </p>
      ) : null}
    </>
  );
}
