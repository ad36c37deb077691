import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importReport } from '../../features/dataset/dataset.queries.ts';
import { ImportReportPanel } from '../../features/dataset/import-report.tsx';

/** How the data in use were read, line by line. */
export function ReportCard() {
  const { t } = useTranslation();
  const { data } = useQuery(importReport);
  if (data === undefined || data === null) return null;
  return (
    <section className="card">
      <h2>{t('import.report')}</h2>
      <ImportReportPanel report={data} />
    </section>
  );
}
