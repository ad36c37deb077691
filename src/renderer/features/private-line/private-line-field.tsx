import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivateLine } from '../../../shared/domain/private-line/private-line.schema.ts';
import { PRIVATE_LINE_MAX_CHARACTERS } from '../../../shared/domain/private-line/private-line.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useBeforeLock } from '../../platform/before-lock.ts';
import { useToday } from '../../platform/today.ts';
import { useTextCheck } from '../../ui/text-check.tsx';
import { useIsShared } from '../../ui/use-is-shared.ts';
import { showToast } from '../../ui/toast.tsx';
import './private-line.css';
import { privateLineOf } from './private-line.queries.ts';

/** One line to prepare the meeting, for its author alone: not while somebody looks too. It goes by itself after thirty days. */
export function PrivateLineField({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(privateLineOf(caseId));
  const isShared = useIsShared();
  return data === undefined || isShared ? null : <OpenField key={caseId} caseId={caseId} line={data} />;
}

function OpenField({ caseId, line }: { readonly caseId: string; readonly line: PrivateLine | null }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  const id = useId();
  const [text, setText] = useState(line?.text ?? '');
  const check = useTextCheck({ fieldId: id, text, maxLength: PRIVATE_LINE_MAX_CHARACTERS });
  /** The last words sent: leaving the field and the screen at once asks once. */
  const sent = useRef(line?.text ?? '');
  const keep = useCallback(async (): Promise<void> => {
    const typed = text.trim();
    if (typed === sent.current) return;
    const before = sent.current;
    sent.current = typed;
    try {
      await call('privateLine.save', { caseId, text: typed });
      await client.invalidateQueries({ queryKey: privateLineOf(caseId).queryKey });
    } catch (error) {
      sent.current = before;
      showToast(t(`errors.${asApiError(error).code}`));
    }
  }, [text, caseId, client, t]);
  useBeforeLock(keep);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  }, [keep]);
  useEffect(() => () => void latest.current(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void keep();
  };
  return (
    <div className="private-line">
      <label className="private-line-label" htmlFor={id}>
        {t('privateLine.label')}
      </label>
      <input
        id={id}
        className="field-input"
        type="text"
        autoComplete="off"
        spellCheck
        maxLength={PRIVATE_LINE_MAX_CHARACTERS}
        value={text}
        placeholder={t('privateLine.placeholder')}
        aria-describedby={[`${id}-hint`, check.describedBy ?? ''].join(' ').trim()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void keep()}
      />
      {check.line}
      <p id={`${id}-hint`} className="private-line-hint">
        {line === null
          ? t('privateLine.hint')
          : t('privateLine.goneOn', { day: shortDayText(line.goneOn, today, i18n.language) })}
      </p>
    </div>
  );
}
