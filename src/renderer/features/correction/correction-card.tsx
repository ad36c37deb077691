import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { shortDayText } from '../../i18n/dates.ts';
import { numberText, siretText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import './correction.css';
import { type CorrectionRow, corrections, useDismissCorrection, useExportCorrections } from './correction.queries.ts';

const COLUMNS = ['employer', 'siret', 'kind', 'reported', 'action'] as const;

/** Employers whose data are wrong, for whoever publishes them: nothing says who told it, nor for whom. */
export function CorrectionCard() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(corrections);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <section className="card" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('corrections.title')}</h2>
      {data.length === 0 ? (
        <p className="quiet">{t('corrections.empty')}</p>
      ) : (
        <>
          <p className="quiet">{t('corrections.text')}</p>
          <CorrectionTable rows={data} />
          <SaveCorrections />
        </>
      )}
    </section>
  );
}

/** What is handed over is a file: nothing leaves by the network. */
function SaveCorrections() {
  const { t, i18n } = useTranslation();
  const save = useExportCorrections();
  const run = (): void =>
    save.mutate(undefined, {
      onSuccess: ({ isSaved, count }) => {
        if (isSaved) showToast(t('corrections.saved', { count, n: numberText(count, i18n.language) }));
      },
    });
  return (
    <>
      <div className="corrections-save">
        <Button disabled={save.isPending} onClick={run}>
          {t('corrections.save')}
        </Button>
      </div>
      {save.error === null ? null : <ErrorState error={save.error} />}
    </>
  );
}

function CorrectionTable({ rows }: { readonly rows: readonly CorrectionRow[] }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const dismiss = useDismissCorrection();
  const putBack = (siret: string): void =>
    dismiss.mutate(siret, { onSuccess: () => showToast(t('corrections.putBackDone')) });
  return (
    <>
      {dismiss.error === null ? null : <ErrorState error={dismiss.error} />}
      <div className="corrections" tabIndex={0} role="region" aria-labelledby="corrections-title">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`corrections.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.siret}>
                <th scope="row">
                  {row.name}
                  {row.communeName === null ? null : <div className="quiet small">{row.communeName}</div>}
                </th>
                <td className="figure nowrap">{siretText(row.siret)}</td>
                <td>{kindText(t, row)}</td>
                <td>{shortDayText(row.reportedOn, today, i18n.language)}</td>
                <td>
                  {row.kind === 'wrong-data' ? null : (
                    <Button size="small" disabled={dismiss.isPending} onClick={() => putBack(row.siret)}>
                      {t('corrections.putBack')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** "fermée, n’existe plus"; of a company that asked out, who asked and what for. */
function kindText(t: TFunction, { kind, optOut }: CorrectionRow): string {
  const words = t(`corrections.kinds.${kind}`);
  if (optOut === null) return words;
  const [who, scope] = [t(`optOut.askers.${optOut.askedBy}`), t(`optOut.scopes.${optOut.scope}`)];
  return t('corrections.optOutBy', { kind: words, who, scope });
}
