import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { FirstFocus } from '../../ui/first-focus.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';
import { fieldHistoryOf } from './case-file.queries.ts';

/** On the line of the fact. */
export const HISTORY_KEY = 'H';

interface FactHistoryProps {
  readonly caseId: string;
  readonly field: FieldName;
  readonly label: string;
  readonly shape: ValueShape<unknown>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The value, which the keys come back to. */
  readonly returnTo: RefObject<HTMLElement | null>;
}

/** What the fact was before, on demand. */
export function FactHistory(props: FactHistoryProps) {
  const { t } = useTranslation();
  const { isOpen, onOpenChange, returnTo } = props;
  const onChange = (isNowOpen: boolean): void => {
    onOpenChange(isNowOpen);
    if (!isNowOpen) returnTo.current?.focus();
  };
  const name = t('facts.history.of', { field: props.label });
  return (
    <Popover opened={isOpen} onChange={onChange} position="bottom-end" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className="fact-act"
          aria-label={name}
          aria-keyshortcuts={HISTORY_KEY}
          onClick={() => onChange(!isOpen)}
        >
          {t('facts.history.open')} <Kbd>{HISTORY_KEY}</Kbd>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="layer" aria-label={name}>
        <div className="fact-history" tabIndex={-1} data-autofocus>
          <h3>{name}</h3>
          {isOpen ? <Versions {...props} /> : null}
        </div>
        <FirstFocus />
      </Popover.Dropdown>
    </Popover>
  );
}

function Versions({ caseId, field, shape }: Pick<FactHistoryProps, 'caseId' | 'field' | 'shape'>) {
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
