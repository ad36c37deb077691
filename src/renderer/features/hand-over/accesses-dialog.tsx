import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, nearDayText, untilDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { whatText, whyText } from './access-words.ts';
import './hand-over.css';
import { accessesOf } from './hand-over.queries.ts';

interface AccessesDialogProps {
  readonly caseId: string;
  readonly personName: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Who opened, copied or printed the file, whose it became, and why. The person has the same in their own export. */
export function AccessesDialog({ caseId, personName, isOpen, onClose }: AccessesDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('handOver.accesses.title', { name: personName })} isOpen={isOpen} onClose={onClose}>
      <Accesses caseId={caseId} />
    </Dialog>
  );
}

function Accesses({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data, error, refetch } = useQuery(accessesOf(caseId));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton width="60%" />;
  const zone = localZone();
  return (
    <>
      <p className="quiet">{t('handOver.accesses.text')}</p>
      <ul className="access-lines">
        {data.map((entry, at) => (
          <li key={`${entry.at}-${at}`}>
            <div>{whatText(t, entry, (day) => untilDayText(day, today, i18n.language))}</div>
            <div className="quiet small">
              {[
                nearDayText(localDateAt(entry.at, zone), today, i18n.language),
                hourText(entry.at, zone, i18n.language),
                ...whyText(t, entry),
              ].join(', ')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
