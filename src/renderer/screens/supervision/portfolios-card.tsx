import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GiveDialog } from '../../features/hand-over/give-dialog.tsx';
import { colleagues } from '../../features/hand-over/hand-over.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';

/** An advisor leaves, or is away: their files go to a colleague. By name and without a count: nobody is lined up (R9). */
export function PortfoliosCard() {
  const { t, i18n } = useTranslation();
  const { data = [] } = useQuery(colleagues);
  const [fromId, setFromId] = useState<string | null>(null);
  const from = data.find(({ id }) => id === fromId) ?? null;
  const count = (files: number): string =>
    t('handOver.give.count', { count: files, n: numberText(files, i18n.language) });
  if (data.length < 2) return null;
  return (
    <section className="card">
      <h2>{t('handOver.portfolios.title')}</h2>
      <p className="quiet">{t('handOver.portfolios.text')}</p>
      <ul className="portfolio-givings">
        {data
          .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language))
          .map(({ id, name }) => (
            <li key={id}>
              <Button size="small" onClick={() => setFromId(id)}>
                {t('handOver.portfolios.give', { name })}
              </Button>
            </li>
          ))}
      </ul>
      <GiveDialog
        caseIds={from?.files ?? []}
        what={from === null ? '' : t('handOver.portfolios.line', { name: from.name, files: count(from.files.length) })}
        fromId={fromId}
        mayUndo={false}
        isOpen={from !== null}
        onClose={() => setFromId(null)}
        onGiven={() => undefined}
      />
    </section>
  );
}
