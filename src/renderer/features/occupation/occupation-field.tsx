import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccupationHit } from '../../../shared/domain/occupation/occupation.schema.ts';
import { comboFailure } from '../../ui/combo-failure.ts';
import { ComboField, type ComboOption } from '../../ui/combo-field.tsx';
import { occupationSearch } from './occupation.queries.ts';

interface OccupationFieldProps {
  readonly value: OccupationHit | null;
  readonly onChoose: (occupation: OccupationHit) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly shortcut?: string | null;
}

/** An occupation by its title as people say it; the core handles accents, word order and gender. */
export function OccupationField({ value, onChoose, inputRef, shortcut = '/' }: OccupationFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const trimmed = text.trim();
  const { data, error } = useQuery({
    ...occupationSearch(trimmed),
    enabled: trimmed !== '',
    placeholderData: keepPreviousData,
  });
  const options = data?.map((hit): ComboOption<OccupationHit> => ({
    key: `${hit.rome} ${hit.title}`,
    value: hit,
    title: hit.title,
    detail: hit.title === hit.label ? hit.rome : `${hit.label}, ${hit.rome}`,
  }));
  return (
    <ComboField
      label={t('occupation.field')}
      placeholder={t('occupation.placeholder')}
      shortcut={shortcut}
      chosen={value?.title ?? ''}
      chosenDetail={value?.rome ?? ''}
      options={error === null ? (options ?? null) : null}
      failure={comboFailure(t, error)}
      emptyText={t('occupation.none')}
      loadingText={t('ui.searching')}
      text={text}
      onTextChange={setText}
      onChoose={onChoose}
      inputRef={inputRef}
    />
  );
}
