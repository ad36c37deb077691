import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engagement } from '../../../shared/domain/engagement/engagement.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { dayText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { EngagementForm } from './engagement-form.tsx';
import './engagement.css';
import { engagementsOf } from './engagement.queries.ts';

interface EngagementCopiesProps {
  readonly caseId: string;
  /** A closed file takes nothing new. */
  readonly isClosed: boolean;
  readonly onDone: (text: string) => void;
}

/** What a contract signed elsewhere says, at hand and folded: a copy for information, never a measure. */
export function EngagementCopies({ caseId, isClosed, onDone }: EngagementCopiesProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(engagementsOf(caseId));
  /** The copy that the new one takes the place of; `new` where it takes none. Null while nothing is copied. */
  const [copying, setCopying] = useState<Engagement | 'new' | null>(null);
  const current = data.filter(({ replacedBy }) => replacedBy === null);
  const former = data.filter(({ replacedBy }) => replacedBy !== null);
  return (
    <details className="engagement">
      <summary>
        <h2>{t('engagement.title')}</h2>
      </summary>
      <p className="quiet small">{t('engagement.what')}</p>
      {current.map((copy) => (
        <Copy key={copy.id} copy={copy} replaced={data.find(({ id }) => id === copy.replaces) ?? null}>
          {isClosed || copying !== null ? null : (
            <Button size="small" kind="quiet" onClick={() => setCopying(copy)}>
              {t('engagement.replace')}
            </Button>
          )}
        </Copy>
      ))}
      {copying === null ? null : (
        <EngagementForm
          caseId={caseId}
          former={copying === 'new' ? null : copying}
          onClose={() => setCopying(null)}
          onDone={() => {
            setCopying(null);
            onDone(t('engagement.recorded'));
          }}
        />
      )}
      {isClosed || copying !== null || current.length > 0 ? null : (
        <div>
          <Button size="small" onClick={() => setCopying('new')}>
            {t('engagement.copy')}
          </Button>
        </div>
      )}
      {former.length === 0 ? null : (
        <details className="engagement-former">
          <summary>{t('engagement.former')}</summary>
          {former.map((copy) => (
            <Copy key={copy.id} copy={copy} replaced={data.find(({ id }) => id === copy.replaces) ?? null} />
          ))}
        </details>
      )}
    </details>
  );
}

interface CopyProps {
  readonly copy: Engagement;
  /** The copy that it took the place of. */
  readonly replaced: Engagement | null;
  readonly children?: ReactNode;
}

function Copy({ copy, replaced, children }: CopyProps) {
  const { t, i18n } = useTranslation();
  const day = (on: string): string => dayText(on, i18n.language);
  const { kind, signedOn, startsOn, endsOn, weeklyHours, commitments, reference, actorName } = copy;
  return (
    <article className="engagement-copy" id={`engagement-${copy.id}`} aria-label={t(`engagement.kinds.${kind}`)}>
      <p>
        <strong>{t(`engagement.kinds.${kind}`)}</strong>{' '}
        {endsOn === null
          ? t('engagement.since', { from: day(startsOn) })
          : t('engagement.fromTo', { from: day(startsOn), to: day(endsOn) })}
      </p>
      <p className="quiet small">
        {t('engagement.signed', { day: day(signedOn) })}
        {reference === '' ? null : ` ${t('engagement.referenceIs', { reference })}`}
        {weeklyHours === null ? null : ` ${t('engagement.hoursAre', { n: weeklyHours })}`}
      </p>
      {commitments.length === 0 ? null : (
        <ul className="engagement-commitments">
          {commitments.map((commitment, index) => (
            <li key={index}>{commitment}</li>
          ))}
        </ul>
      )}
      <p className="quiet small">
        {t('engagement.copiedBy', {
          name: actorName,
          day: day(localDateAt(copy.at, localZone())),
        })}
        {replaced === null ? null : ` ${t('engagement.replaces', { day: day(replaced.signedOn) })}`}
      </p>
      {children}
    </article>
  );
}
