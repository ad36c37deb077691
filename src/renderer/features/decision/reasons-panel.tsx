import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_REASONS, SET_ASIDE_REASONS } from '../../../shared/domain/decision/decision.ts';
import type { SetAsideReason } from '../../../shared/domain/decision/decision.schema.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/chip-set.css';
import { Kbd } from '../../ui/kbd.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './decision.css';

interface ReasonsPanelProps {
  readonly name: string;
  readonly reasons: readonly SetAsideReason[];
  readonly words: string;
  /** Whether it is an establishment of the data, which can be closed or wrong. */
  readonly isOfTheData: boolean;
  readonly onKeep: (reasons: readonly SetAsideReason[], words: string) => void;
  readonly onClose: () => void;
  /** What is chosen and said so far: a panel that goes without a word is kept by whoever shows it. */
  readonly onType: (reasons: readonly SetAsideReason[], words: string) => void;
}

const DIGITS = 9;

/** Why an employer does not suit: as many reasons as wanted, none is needed. They stay in this file (R10). */
export function ReasonsPanel(props: ReasonsPanelProps) {
  const { name, reasons, words, isOfTheData, onKeep, onClose, onType } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(reasons);
  const [said, setSaid] = useState(words);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const shown = isOfTheData
    ? SET_ASIDE_REASONS
    : SET_ASIDE_REASONS.filter((reason) => reason !== 'wrong-data' && reason !== 'closed');
  const isFull = chosen.length >= MAX_REASONS;
  const type = (now: readonly SetAsideReason[], text: string): void => {
    setChosen(now);
    setSaid(text);
    onType(now, text.trim());
  };
  const toggle = (reason: SetAsideReason): void => {
    if (chosen.includes(reason)) {
      const others = chosen.filter((other) => other !== reason);
      type(others, said);
    } else if (!isFull) type([...chosen, reason], said);
  };
  useShortcuts({
    title: t('decision.whyTitle', { name }),
    // Before the digits of the tabs.
    place: 0,
    shortcuts: shown.slice(0, DIGITS).map((reason, index) => ({
      keys: [String(index + 1)],
      label: t(`decision.reasons.${reason}`),
      run: () => toggle(reason),
    })),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onKeep(chosen, said.trim());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="set-aside-why" aria-label={t('decision.whyTitle', { name })} onKeyDown={onKeyDown}>
      <h2>{t('decision.whyTitle', { name })}</h2>
      <p className="quiet">{t('decision.whyText')}</p>
      <fieldset className="reason-chips">
        <legend className="visually-hidden">{t('decision.reasonsLabel')}</legend>
        {shown.map((reason, index) => (
          <label key={reason} className="chip-choice">
            <input
              ref={index === 0 ? first : null}
              type="checkbox"
              checked={chosen.includes(reason)}
              disabled={isFull && !chosen.includes(reason)}
              onChange={() => toggle(reason)}
            />
            <span>{t(`decision.reasons.${reason}`)}</span>
            {index < DIGITS ? <Kbd>{index + 1}</Kbd> : null}
          </label>
        ))}
      </fieldset>
      {chosen.includes('closed') ? <p>{t('decision.closedHint')}</p> : null}
      {chosen.includes('wrong-data') ? <p>{t('decision.wrongDataHint')}</p> : null}
      <div className="reasons-foot">
        <div className="reasons-words">
          <TextField
            label={t('decision.words')}
            maxLength={200}
            value={said}
            onChange={(event) => type(chosen, event.currentTarget.value)}
          />
        </div>
        <Button onClick={() => onKeep(chosen, said.trim())}>{t('decision.keepReasons')}</Button>
        <Button kind="quiet" onClick={onClose}>
          {t('ui.close')}
        </Button>
      </div>
    </section>
  );
}
