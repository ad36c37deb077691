import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { onDayText, hourText } from '../../i18n/dates.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import type { ValueShape } from '../../ui/value-shape.ts';
import { fieldHistoryOf } from './case-file.queries.ts';
import type { FactEditing } from './use-fact-editing.ts';

interface FactSettlingProps {
  readonly caseId: string;
  readonly field: FieldName;
  readonly label: string;
  readonly shape: ValueShape<unknown>;
  readonly fact: Fact | undefined;
  readonly editing: FactEditing;
  /** A button of its own ends it: the focus comes back to the value. */
  readonly onByKey: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** "Deux versions à départager": theirs and mine side by side. Neither is kept over the other until somebody chooses. */
export function FactSettling(props: FactSettlingProps) {
  const { caseId, field, label, shape, fact, editing, onByKey, ref } = props;
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { data: history } = useQuery(fieldHistoryOf(caseId, field));
  const { unsettled } = editing;
  if (unsettled === null) return null;
  const settle = (choice: Parameters<FactEditing['settle']>[0]): void => {
    onByKey();
    editing.settle(choice);
  };
  const read = (value: unknown) =>
    value === null || value === undefined ? <span className="quiet">{t('facts.none')}</span> : shape.read(value);
  const mine = (
    <div className="fact-version">
      <h4>{t('facts.settle.mine')}</h4>
      <div>{read(unsettled.value)}</div>
      <div className="fact-said">{t('facts.settle.mineNotKept')}</div>
      <div className="fact-version-actions">
        <Button size="small" onClick={() => settle('mine')}>
          {t(unsettled.code === 'CHANGED_MEANWHILE' ? 'facts.settle.keepMine' : 'ui.retry')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => settle('edit')}>
          {t('facts.settle.edit')}
        </Button>
      </div>
    </div>
  );
  if (unsettled.code !== 'CHANGED_MEANWHILE') {
    return (
      <div
        ref={ref}
        tabIndex={-1}
        className="fact-settling"
        role="group"
        aria-label={t('facts.notSaved', { field: label })}
      >
        <p>{t(`errors.${unsettled.code}`)}</p>
        <div className="fact-versions">{mine}</div>
      </div>
    );
  }
  const zone = localZone();
  const at = fact?.at ?? 0;
  const theirs = {
    name: history?.[0]?.actorName ?? '',
    day: onDayText(localDateAt(at, zone), now, i18n.language),
    hour: hourText(at, zone, i18n.language),
  };
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className="fact-settling"
      role="group"
      aria-label={t('facts.settle.of', { field: label })}
    >
      <p>
        <strong>{t('facts.settle.title')}</strong> {t('facts.settle.text')}
      </p>
      <div className="fact-versions">
        <div className="fact-version">
          <h4>{t('facts.settle.theirs')}</h4>
          <div>{read(fact?.value ?? null)}</div>
          <div className="fact-said">{t('facts.settle.by', theirs)}</div>
          <div className="fact-version-actions">
            <Button size="small" onClick={() => settle('theirs')}>
              {t('facts.settle.keepTheirs')}
            </Button>
          </div>
        </div>
        {mine}
      </div>
    </div>
  );
}
