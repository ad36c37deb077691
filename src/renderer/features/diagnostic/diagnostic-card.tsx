import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostic } from '../../../shared/domain/diagnostic/diagnostic.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import '../../ui/setting-card.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CopyDiagnostic } from './copy-diagnostic.tsx';
import './diagnostic.css';
import { diagnosticReport } from './diagnostic.queries.ts';
import { reportGroups } from './report-lines.ts';

/** What a person may send to whoever helps them: read first, then copied. */
export function DiagnosticCard() {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({ ...diagnosticReport, enabled: isShown });
  return (
    <section className="card setting-card">
      <h2>{t('diagnostic.title')}</h2>
      <p className="quiet">{t('diagnostic.text')}</p>
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {isShown && data === undefined && error === null ? <Skeleton width="60%" /> : null}
      {isShown && data !== undefined ? <Report report={data} /> : null}
      <div className="setting-actions">
        <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? t('diagnostic.hide') : t('diagnostic.show')}
        </Button>
        {isShown ? (
          <Button disabled={isFetching} onClick={() => void refetch()}>
            {t('diagnostic.again')}
          </Button>
        ) : null}
        <CopyDiagnostic />
      </div>
    </section>
  );
}

function Report({ report }: { readonly report: Diagnostic }) {
  const { t, i18n } = useTranslation();
  const when = fullMomentText(report.madeAt, localZone(), i18n.language);
  return (
    <div className="report">
      <p>{t('diagnostic.madeAt', { when })}</p>
      {reportGroups(t, report, i18n.language).map(({ key, title, lines }) => (
        <section key={key}>
          <h3>{title}</h3>
          <ul className="report-lines">
            {lines.map(({ label, value }, index) => (
              <li key={`${index} ${label}`}>
                {label === '' ? null : <span className="quiet">{label}</span>}
                <span>{value}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
