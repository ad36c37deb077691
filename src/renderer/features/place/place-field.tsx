import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../shared/domain/place/place.schema.ts';
import { comboFailure } from '../../ui/combo-failure.ts';
import { ComboField, type ComboOption } from '../../ui/combo-field.tsx';
import { placeSearch } from './place.queries.ts';
import { departementText } from './departement-name.ts';
import { postcodesText } from './postcodes.ts';

interface PlaceFieldProps {
  readonly value: (Pick<Place, 'name'> & Partial<Pick<Place, 'departement'>>) | null;
  readonly onChoose: (place: Place) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly shortcut?: string | null;
}

export function PlaceField({ value, onChoose, inputRef, shortcut = 'L' }: PlaceFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const trimmed = text.trim();
  const { data, error } = useQuery({
    ...placeSearch(trimmed),
    enabled: trimmed !== '',
    placeholderData: keepPreviousData,
  });
  const options = data?.map((place): ComboOption<Place> => ({
    key: place.communeCode,
    value: place,
    title: place.name,
    detail: [departementText(place.departement), postcodesText(place.postcodes, trimmed)]
      .filter((part) => part !== '')
      .join(', '),
  }));
  return (
    <ComboField
      label={t('place.field')}
      placeholder={t('place.placeholder')}
      shortcut={shortcut}
      chosen={value?.name ?? ''}
      chosenDetail={departementText(value?.departement ?? '')}
      options={error === null ? (options ?? null) : null}
      failure={comboFailure(t, error)}
      emptyText={t('place.none')}
      loadingText={t('ui.searching')}
      text={text}
      onTextChange={setText}
      onChoose={onChoose}
      inputRef={inputRef}
    />
  );
}
