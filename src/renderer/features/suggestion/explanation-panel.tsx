import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestSource } from '../../../shared/domain/dataset/dataset.schema.ts';
import type {
  EmployerPage,
  Explanation,
  SuggestedEmployer,
} from '../../../shared/domain/suggestion/suggestion.schema.ts';
import type { EmployerGroup } from '../../../shared/domain/employer/employer.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Calculation } from './calculation.tsx';
import { usefulRadii } from './contribution.ts';
import { basisText, factorWords, weightsOf } from './explanation-words.ts';
import { UnusualOrder } from './unusual-order.tsx';
import './explanation.css';
import { PointMap } from './point-map.tsx';
import type { CompleteSearch } from './search.ts';
import type { ExplanationQuery, PointsQuery } from './suggestion.queries.ts';

interface ExplanationPanelProps {
  /** Who explains: the list of a search, or that of a case file. */
  readonly explanation: ExplanationQuery;
  /** Null where the map is beside the list: it shows the same. */
  readonly points: PointsQuery | null;
  readonly search: CompleteSearch;
  readonly employer: SuggestedEmployer;
  readonly page: EmployerPage;
  readonly sources: readonly ManifestSource[];
  readonly onWiden: (radiusKm: number) => void;
  readonly onOpen: () => void;
  /** What is known of the employer beside the estimate. */
  readonly aside?: ReactNode;
}

/** "Why this employer?": the factors in words, the data and their date, what could be changed, then the figures on demand. */
export function ExplanationPanel(props: ExplanationPanelProps) {
  const { explanation, points, search, employer, page, sources, onWiden, onOpen, aside } = props;
  const [isCalculationShown, setIsCalculationShown] = useState(false);
  const { data, error, refetch } = useQuery(explanation);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="why" data-plan={points !== null}>
      {data === undefined ? (
        <div className="why-loading">
          <Skeleton width="30%" />
          <Skeleton width="70%" />
          <Skeleton width="55%" />
          <Skeleton width="40%" />
        </div>
      ) : (
        <Words
          explanation={data}
          group={employer.group}
          onWiden={onWiden}
          onOpen={onOpen}
          aside={aside}
          isCalculationShown={isCalculationShown}
          onCalculation={() => setIsCalculationShown(!isCalculationShown)}
        />
      )}
      {points === null ? null : (
        <div className="why-map">
          <PointMap points={points} search={search} employer={employer} />
        </div>
      )}
      {isCalculationShown && data !== undefined ? (
        <Calculation explanation={data} page={page} sources={sources} />
      ) : null}
    </div>
  );
}

interface WordsProps extends Pick<ExplanationPanelProps, 'onWiden' | 'onOpen' | 'aside'> {
  readonly explanation: Explanation;
  readonly group: EmployerGroup;
  readonly isCalculationShown: boolean;
  readonly onCalculation: () => void;
}

function Words({ explanation, group, onWiden, onOpen, aside, isCalculationShown, onCalculation }: WordsProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const rank = {
    count: explanation.rank,
    ordinal: true,
    rank: numberText(explanation.rank, language),
    total: numberText(explanation.eligible, language),
  };
  return (
    <div className="why-text">
      <h2>{t(`why.title.${group}`)}</h2>
      <dl className="why-factors">
        {factorWords(t, explanation, language).map(({ name, title, text }) => (
          <Factor key={name} title={title} text={text} />
        ))}
      </dl>
      <UnusualOrder weights={weightsOf(explanation)} />
      <p className="why-basis">
        {basisText(t, explanation, language)} {t(`why.rank.${group}`, rank)}
      </p>
      {aside === undefined ? null : <div className="why-aside">{aside}</div>}
      <div className="why-actions">
        <Button size="small" shortcut="O" onClick={onOpen}>
          {t('why.open')}
        </Button>
        {usefulRadii(explanation.changes).map(({ radiusKm, more }) => (
          <Button key={radiusKm} size="small" onClick={() => onWiden(radiusKm)}>
            {t('why.wider', {
              distance: distanceText(radiusKm, language),
              count: more,
              n: numberText(more, language),
            })}
          </Button>
        ))}
        <TextButton aria-expanded={isCalculationShown} onClick={onCalculation}>
          {isCalculationShown ? t('why.hideCalculation') : t('why.showCalculation')}
        </TextButton>
      </div>
    </div>
  );
}

function Factor({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}
