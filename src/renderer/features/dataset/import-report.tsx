import { useTranslation } from 'react-i18next';
import type { ImportReport, SourceReport } from '../../../shared/domain/dataset/dataset.schema.ts';
import { decimalText, numberText } from '../../i18n/formats.ts';
import { copyText } from '../../platform/clipboard.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import './dataset.css';

const SHOWN_REFUSALS = 200;

/** One refused line per row, tab separated: it pastes into a spreadsheet or a message. */
export function reportAsText(report: ImportReport): string {
  return report.sources
    .flatMap(({ file, refusals }) => refusals.map(({ line, reason }) => `${file}\t${line}\t${reason}`))
    .join('\n');
}

export function ImportReportPanel({ report }: { readonly report: ImportReport }) {
  const { t, i18n } = useTranslation();
  const refused = report.sources.reduce((sum, source) => sum + source.refused, 0);
  const words = {
    count: refused,
    n: numberText(refused, i18n.language),
    seconds: decimalText(Math.max(0.1, report.ms / 1000), 1, i18n.language),
  };
  const copy = async (): Promise<void> => {
    showToast((await copyText(reportAsText(report))) ? t('import.reportCopied') : t('ui.copyFailed'));
  };
  return (
    <div className="import-body">
      <p>{refused === 0 ? t('import.doneAllKept', words) : t('import.doneWithRefusals', words)}</p>
      {report.sources
        .filter(({ refusals }) => refusals.length > 0)
        .map((source) => (
          <Refusals key={`${source.source} ${source.file}`} source={source} />
        ))}
      {refused === 0 ? null : (
        <div className="import-actions">
          <Button onClick={() => void copy()}>{t('import.copyReport')}</Button>
        </div>
      )}
    </div>
  );
}

function Refusals({ source }: { readonly source: SourceReport }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const words = { file: source.file, count: source.refused, n: numberText(source.refused, language) };
  const hidden = source.refused - Math.min(source.refusals.length, SHOWN_REFUSALS);
  return (
    <details className="refusals">
      <summary>{t('import.refusedIn', words)}</summary>
      <div className="refusal-list" tabIndex={0} role="region" aria-label={t('import.refusedIn', words)}>
        <table className="figures refusal-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {t('import.line')}
              </th>
              <th scope="col">{t('import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {source.refusals.slice(0, SHOWN_REFUSALS).map(({ line, reason }) => (
              <tr key={`${line} ${reason}`}>
                <td className="figure">{numberText(line, language)}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 ? (
        <p className="quiet small">{t('import.moreRefusals', { count: hidden, n: numberText(hidden, language) })}</p>
      ) : null}
    </details>
  );
}
