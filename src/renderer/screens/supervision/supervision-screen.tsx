import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SupervisionCounts } from '../../../shared/domain/supervision/supervision.schema.ts';
import { numberText } from '../../i18n/formats.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PortfoliosCard } from './portfolios-card.tsx';
import './supervision.css';
import { supervisionCounts } from './supervision.queries.ts';

const FIGURES = [
  'open',
  'overdue',
  'withoutNextAppointment',
  'closed',
] as const satisfies readonly (keyof SupervisionCounts)[];

const APPROACHES = ['answered', 'hired'] as const satisfies readonly (keyof SupervisionCounts)[];

/** What became of the agency's case files, in counts: nobody can be told apart in them. */
export function SupervisionScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(supervisionCounts);
  return (
    <div className="page" data-width="reading">
      <PageHeader title={t('supervision.title')} subtitle={t('supervision.text')} />
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Counts counts={data} />}
      <PortfoliosCard />
    </div>
  );
}

function Counts({ counts }: { readonly counts: SupervisionCounts }) {
  const { t } = useTranslation();
  const outcomes = counts.outcomes.map(({ outcome, count }) => ({
    label: t(`supervision.outcomes.${outcome}`),
    count,
  }));
  return (
    <div className="count-cards">
      <div className="count-column">
        <CountCard
          title={t('supervision.files')}
          counts={FIGURES.map((figure) => ({ label: t(`supervision.figures.${figure}`), count: counts[figure] }))}
        />
        <CountCard
          title={t('supervision.approaches')}
          counts={APPROACHES.map((figure) => ({ label: t(`supervision.figures.${figure}`), count: counts[figure] }))}
        />
        <CountCard
          title={t('supervision.data')}
          counts={[{ label: t('supervision.figures.corrections'), count: counts.corrections }]}
        />
      </div>
      <CountCard title={t('supervision.ended')} counts={outcomes} />
    </div>
  );
}

interface CountCardProps {
  readonly title: string;
  /** Null for a count that is too small to be told. */
  readonly counts: readonly { readonly label: string; readonly count: number | null }[];
}

function CountCard({ title, counts }: CountCardProps) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card">
      <h2>{title}</h2>
      <dl className="count-list">
        {counts.map(({ label, count }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count === null ? t('supervision.fewerThanFive') : numberText(count, i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
