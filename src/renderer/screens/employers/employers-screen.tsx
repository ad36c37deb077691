import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { OccupationField } from '../../features/occupation/occupation-field.tsx';
import { PlaceField } from '../../features/place/place-field.tsx';
import { isComplete } from '../../features/suggestion/search.ts';
import { go } from '../../platform/location.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import './employers.css';
import { Examples } from './examples.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { Results } from './results.tsx';
import { useEmployerSearch } from './use-employer-search.ts';

export function EmployersScreen({ manifest }: { readonly manifest: Manifest | null }) {
  const { t } = useTranslation();
  const actions = useEmployerSearch();
  const { search, ask } = actions;
  const occupationInput = useRef<HTMLInputElement>(null);
  const placeInput = useRef<HTMLInputElement>(null);
  const isAsked = isComplete(search);

  useShortcuts({
    title: t('keys.search'),
    place: 1,
    shortcuts: [
      { keys: ['/'], label: t('keys.occupation'), run: () => occupationInput.current?.focus() },
      { keys: ['l'], label: t('keys.place'), run: () => placeInput.current?.focus() },
    ],
  });
  // An occupation without a place, or the reverse: the other field is what comes next.
  const { occupation, place } = search;
  useEffect(() => {
    if (occupation !== null && place === null) placeInput.current?.focus();
    if (occupation === null && place !== null) occupationInput.current?.focus();
  }, [occupation, place]);

  if (manifest === null) {
    return (
      <div className="page">
        <EmptyState title={t('errorTitles.NO_DATASET')} text={t('errors.NO_DATASET')}>
          <Button kind="primary" onClick={() => go({ screen: 'data' })}>
            {t('data.goThere')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <section className="search-strip" aria-label={t('employers.search')} data-has-tabs={isAsked}>
        <div className="search-fields">
          <OccupationField
            value={search.occupation}
            onChoose={(chosen) => ask({ occupation: chosen })}
            inputRef={occupationInput}
          />
          <PlaceField value={search.place} onChoose={(chosen) => ask({ place: chosen })} inputRef={placeInput} />
        </div>
        {isAsked ? <GroupTabs search={search} onFilter={actions.filter} /> : null}
      </section>
      {isAsked ? (
        <Results search={search} actions={actions} manifest={manifest} />
      ) : (
        <Examples isDemonstration={manifest.kind === 'demonstration'} onAsk={ask} />
      )}
    </>
  );
}
