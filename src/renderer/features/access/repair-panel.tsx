import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepairOffer } from '../../../shared/domain/backup/backup.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import '../../ui/setting-card.css';
import './access.css';

export type RepairSource = 'operations' | 'backup';

interface RepairPanelProps {
  readonly offer: RepairOffer;
  readonly onRepair: (from: RepairSource) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onBack: () => void;
  /** The way to the diagnostic, for whoever will be called. */
  readonly diagnostic: ReactNode;
}

const NEXT = ['keep', 'copy', 'help'] as const;

/** Case files that could not be opened: what happened, what a repair keeps and loses, and the way on when there is none. */
export function RepairPanel({ offer, onRepair, isPending, error, onBack, diagnostic }: RepairPanelProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { repair } = offer;
  return (
    <div
      className="gate-form gate-repair"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isPending) onBack();
      }}
    >
      <div className="gate-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('access.repair.title')}
        </h1>
        <p className="quiet">{t('access.repair.text')}</p>
      </div>
      <RepairFacts offer={offer} />
      {repair === 'none' ? (
        <section>
          <h2>{t('access.repair.next')}</h2>
          <ul className="dashes">
            {NEXT.map((line) => (
              <li key={line}>{t(`access.repair.nextLines.${line}`)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {error === null ? null : <ErrorState error={error} />}
      <div className="form-actions">
        {repair === 'none' ? (
          <Button kind="primary" onClick={onBack}>
            {t('access.repair.tryAgain')}
          </Button>
        ) : (
          <RepairButtons offer={offer} onRepair={onRepair} isPending={isPending} />
        )}
        {repair === 'none' ? null : (
          <Button kind="quiet" disabled={isPending} onClick={onBack}>
            {t('access.goBack')}
          </Button>
        )}
        {diagnostic}
      </div>
    </div>
  );
}

type RepairButtonsProps = Pick<RepairPanelProps, 'offer' | 'onRepair' | 'isPending'>;

function RepairButtons({ offer, onRepair, isPending }: RepairButtonsProps) {
  const { t } = useTranslation();
  const when = useMoment(offer.takenAt);
  if (offer.repair === 'backup') {
    return (
      <Button kind="primary" disabled={isPending} onClick={() => onRepair('backup')}>
        {isPending ? t('access.repair.pending') : t('access.repair.fromBackup')}
      </Button>
    );
  }
  return (
    <>
      <Button kind="primary" disabled={isPending} onClick={() => onRepair('operations')}>
        {isPending ? t('access.repair.pending') : t('access.repair.fromOperations')}
      </Button>
      {offer.backupId === undefined ? null : (
        <Button disabled={isPending} onClick={() => onRepair('backup')}>
          {t('access.repair.instead', { when })}
        </Button>
      )}
    </>
  );
}

function RepairFacts({ offer }: { readonly offer: RepairOffer }) {
  const { t } = useTranslation();
  const when = useMoment(offer.takenAt);
  const lost = useLostText(offer);
  return (
    <dl className="facts">
      <dt>{t('access.repair.happened')}</dt>
      <dd>{t(`access.repair.damage.${offer.damage ?? 'file'}`)}</dd>
      <dt>{t('access.repair.kept')}</dt>
      <dd>{t(`access.repair.keptFrom.${offer.repair}`, { when })}</dd>
      {offer.repair === 'none' ? null : (
        <>
          <dt>{t('access.repair.lost')}</dt>
          <dd>
            {lost}
            {offer.repair === 'backup' ? ` ${t('access.repair.lostDrafts')}` : null}
          </dd>
          <dt>{t('access.repair.aside')}</dt>
          <dd>{t('access.repair.asideText')}</dd>
        </>
      )}
    </dl>
  );
}

/** How much would be lost and since when, as far as it is known. */
function useLostText({ repair, takenAt, lostOperations, lostSince }: RepairOffer): string {
  const { t, i18n } = useTranslation();
  const since = lostSince ?? (repair === 'backup' ? takenAt : undefined);
  const when = useMoment(since);
  const count = lostOperations ?? (repair === 'operations' ? 0 : -1);
  if (count === 0) return t('access.repair.lostNothing');
  if (since === undefined) return t('access.repair.lostUnknown');
  if (count < 0) return t('access.repair.lostUncounted', { when });
  return t('access.repair.lostCount', { count, n: numberText(count, i18n.language), when });
}

function useMoment(instant: number | undefined): string {
  const { i18n } = useTranslation();
  return instant === undefined ? '' : fullMomentText(instant, localZone(), i18n.language);
}
