import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';
import { fieldHistoryOf } from './case-file.queries.ts';

interface FactHistoryProps {
  readonly caseId: string;
  readonly field: FieldName;
  readonly label: string;
  readonly shape: ValueShape<unknown>;
}

/** What the fact was before, on demand. */
export function FactHistory(props: FactHistoryProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const name = t('facts.history.of', { field: props.label });
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="fact-history-button" aria-label={name} onClick={() => setIsOpen(!isOpen)}>
          {t('facts.history.open')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="layer" aria-label={name}>
        <div className="fact-history" tabIndex={-1} data-autofocus>
          <h3>{name}</h3>
          {isOpen ? <Versions {...props} /> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Versions({ caseId, field, shape }: FactHistoryProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { data, error, refetch } = useQuery(fieldHistoryOf(caseId, field));
  if (data === undefined && error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="quiet">{t('ui.searching')}</p>;
  return (
    <ol className="fact-history-list">
      {data.map(({ opId, value, saidBy, saidOn, actorName }) => (
        <li key={opId}>
          <div>{value === null ? <span className="quiet">{t('facts.history.taken')}</span> : shape.read(value)}</div>
          <div className="fact-said">
            {t('facts.history.line', {
              said: t(`facts.said.${saidBy}`, { day: shortDayText(saidOn, now, i18n.language) }),
              name: actorName,
            })}
          </div>
        </li>
      ))}
    </ol>
  );
}
