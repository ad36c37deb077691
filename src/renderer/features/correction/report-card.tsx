import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { REPORT_KINDS } from '../../../shared/domain/correction/correction.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import './correction.css';

interface ReportCardProps {
  readonly siret: string;
  readonly employerName: string;
  readonly report: CallOutput<'approach.ofEmployer'>['report'];
}

/** An employer that is closed, or whose data are wrong: said once here, for everybody, and taken back as easily. */
export function ReportCard({ siret, employerName: name, report }: ReportCardProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const told = async (sent: Promise<unknown>, words: string): Promise<void> => {
    try {
      await sent;
      showToast(words);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  if (report === null) {
    return (
      <section className="card">
        <h2>{t('report.title')}</h2>
        <p className="quiet">{t('report.text')}</p>
        <div className="report-acts">
          {REPORT_KINDS.map((kind) => (
            <Button
              key={kind}
              size="small"
              onClick={() =>
                void told(commit('correction.report', { siret, kind }), t(`report.done.${kind}`, { name }))
              }
            >
              {t(`report.ask.${kind}`)}
            </Button>
          ))}
        </div>
      </section>
    );
  }
  const { kind, reportedOn } = report;
  return (
    <section className="card">
      <h2>{t('report.title')}</h2>
      <p>
        <strong>{t(`report.is.${kind}`)}</strong>{' '}
        {t(`report.isOn.${kind}`, { day: shortDayText(reportedOn, today, i18n.language) })}
      </p>
      <div className="report-acts">
        <Button
          size="small"
          onClick={() => void told(commit('correction.dismiss', { siret }), t(`report.lifted.${kind}`, { name }))}
        >
          {t(`report.lift.${kind}`)}
        </Button>
      </div>
    </section>
  );
}
