import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Manifest, SourceName } from '../../../shared/domain/dataset/dataset.schema.ts';
import { SourceList } from '../../features/dataset/source-list.tsx';
import { ApproachCard, NotKnownCard } from '../../features/employer/approach-card.tsx';
import { EmployerFacts } from '../../features/employer/employer-facts.tsx';
import { employerBySiret } from '../../features/employer/employer.queries.ts';
import { OtherSites } from '../../features/employer/other-sites.tsx';
import { SameDoor } from '../../features/employer/same-door.tsx';
import { SectorOccupations } from '../../features/employer/sector-occupations.tsx';
import { headcountText } from '../../i18n/words.ts';
import { type EmployerOrigin, go, step } from '../../platform/location.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { KnownHere } from './known-here.tsx';

/** What this page is made of. */
const USED: readonly SourceName[] = ['establishments', 'rome-naf-hires', 'naf-labels', 'contact-modes'];

interface EmployerScreenProps {
  readonly siret: string;
  readonly from: EmployerOrigin | null;
  readonly isComputingOff: boolean;
  readonly manifest: Manifest | null;
}

export function EmployerScreen({ siret, from, isComputingOff, manifest }: EmployerScreenProps) {
  const { t, i18n } = useTranslation();
  const { data: employer, error, refetch } = useQuery(employerBySiret(siret));
  useShortcuts({
    title: t('keys.employer'),
    place: 1,
    shortcuts: [{ keys: ['Escape'], shown: [t('keys.escape')], label: t('keys.stepBack'), run: () => step(-1) }],
  });
  if (error !== null) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (employer === undefined) {
    return (
      <div className="page">
        <Skeleton width="260px" />
        <Skeleton width="180px" />
      </div>
    );
  }
  const openOther = (other: string): void => go({ screen: 'employer', siret: other, from: null, isComputingOff });
  const used: readonly SourceName[] = isComputingOff ? USED : [...USED, 'hires-forecast'];
  const where = [employer.communeName, headcountText(t, employer.headcountBand, i18n.language)];
  if (employer.sectorLabel !== null) where.unshift(employer.sectorLabel);
  return (
    <div className="page" data-width="reading">
      <PageHeader title={employer.name} subtitle={where.join(', ')} />
      {employer.unranked === null ? null : (
        <p className="notice">
          <strong>{t('unranked.title')}</strong> {t(`unranked.${employer.unranked}`)}
        </p>
      )}
      <div className="employer-columns">
        <div className="employer-column">
          <EmployerFacts
            employer={employer}
            hasForecast={!isComputingOff}
            source={manifest?.sources.find(({ source }) => source === 'establishments') ?? null}
          />
          <SameDoor employer={employer} onOpen={openOther} />
          <OtherSites employer={employer} onOpen={openOther} />
          <SourceList
            title={t('employer.sources')}
            sources={manifest?.sources.filter(({ source }) => used.includes(source)) ?? []}
          />
        </div>
        <div className="employer-column">
          <ApproachCard employer={employer} contact={from?.contact ?? null} />
          <KnownHere siret={siret} employerName={employer.name} />
          <SectorOccupations employer={employer} />
          <NotKnownCard employer={employer} />
        </div>
      </div>
    </div>
  );
}
