import { useTranslation } from 'react-i18next';
import type { PortfolioRow } from '../../../shared/domain/case-file/case-file.schema.ts';
import { dayText, numberText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import '../../ui/setting-card.css';
import { nextErasures } from './next-erasures.ts';

const SHOWN_ROWS = 20;

interface NextErasuresCardProps {
  readonly rows: readonly PortfolioRow[];
  readonly onOpen: (caseId: string) => void;
}

/** What will be erased next of one's own closed files, and when. */
export function NextErasuresCard({ rows, onOpen }: NextErasuresCardProps) {
  const { t, i18n } = useTranslation();
  const erasures = nextErasures(rows, useToday());
  const more = erasures.length - SHOWN_ROWS;
  return (
    <section className="card setting-card">
      <h2 id="next-erasures">{t('retentionRules.next')}</h2>
      {erasures.length === 0 ? (
        <p>{t('retentionRules.none')}</p>
      ) : (
        <>
          <p className="quiet">{t('retentionRules.nextText')}</p>
          <div className="plain-table-scroll" tabIndex={0} role="region" aria-labelledby="next-erasures">
            <table className="plain-table" aria-labelledby="next-erasures">
              <thead>
                <tr>
                  <th scope="col">{t('retentionRules.columns.file')}</th>
                  <th scope="col">{t('retentionRules.columns.what')}</th>
                  <th scope="col">{t('retentionRules.columns.when')}</th>
                </tr>
              </thead>
              <tbody>
                {erasures.slice(0, SHOWN_ROWS).map(({ caseId, name, what, on }) => (
                  <tr key={caseId}>
                    <th scope="row">
                      <TextButton onClick={() => onOpen(caseId)}>{name}</TextButton>
                    </th>
                    <td>{t(`retentionRules.what.${what}`)}</td>
                    <td className="nowrap">{dayText(on, i18n.language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {more > 0 ? (
            <p className="quiet small">
              {t('retentionRules.more', { count: more, n: numberText(more, i18n.language) })}
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
