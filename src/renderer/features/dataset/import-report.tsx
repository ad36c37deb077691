import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ImportReport, SourceReport } from '../../../shared/domain/dataset/dataset.schema.ts';
import { decimalText, numberText } from '../../i18n/formats.ts';
import { copyText } from '../../platform/clipboard.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { type RefusalRow, refusalRows, refusalText } from './refusal-rows.ts';
import './dataset.css';

const SHOWN_ROWS = 200;

/** One refused line per row, tab separated: it pastes into a spreadsheet or a message. */
function reportAsText(t: TFunction, report: ImportReport): string {
  return report.sources
    .flatMap(({ file, refusals }) => refusals.map((refusal) => `${file}\t${refusal.line}\t${refusalText(t, refusal)}`))
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
    showToast((await copyText(reportAsText(t, report))) ? t('import.reportCopied') : t('ui.copyFailed'));
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
  const rows = refusalRows(source).slice(0, SHOWN_ROWS);
  const hidden = source.refused - rows.reduce((sum, row) => sum + (row.kind === 'line' ? 1 : row.count), 0);
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
            {rows.map((row) => (
              <RefusalTableRow key={row.kind === 'line' ? row.refusal.line : row.code} row={row} />
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

function RefusalTableRow({ row }: { readonly row: RefusalRow }) {
  const { t, i18n } = useTranslation();
  if (row.kind === 'line') {
    return (
      <tr>
        <td className="figure">{numberText(row.refusal.line, i18n.language)}</td>
        <td>{refusalText(t, row.refusal)}</td>
      </tr>
    );
  }
  const words = {
    count: row.count,
    n: numberText(row.count, i18n.language),
    reason: t(`refusalsShort.${row.code}`),
    lines: row.lines.join(', '),
  };
  return (
    <tr>
      <td colSpan={2}>{t('import.refusedTogether', words)}</td>
    </tr>
  );
}
