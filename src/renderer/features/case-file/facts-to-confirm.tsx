import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, Fact, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { today, useToday } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { factsToConfirm } from './known-facts.ts';
import { labelKeyOf } from './situation-blocks.ts';
import './summary.css';
import { CONFIRM_KEY, useConfirmFact } from './use-confirm-fact.ts';

interface FactsToConfirmProps {
  readonly file: CaseFile;
  /** A fact as a person reads it. */
  readonly read: (field: FieldName) => ReactNode;
  readonly onDone: (opId: string, text: string) => void;
  /** It is no longer true: it is changed where it stands. */
  readonly onChange: (field: FieldName) => void;
}

/** The three facts said longest ago: one key each says that they still hold. Lines stay where they are once answered. */
export function FactsToConfirm({ file, read, onDone, onChange }: FactsToConfirmProps) {
  const { t } = useTranslation();
  const confirm = useConfirmFact(file, onDone);
  const [asked] = useState(() =>
    factsToConfirm(file.facts, today()).map((field) => ({ field, saidOn: file.facts[field]?.saidOn ?? '' })),
  );
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({
    title: t('caseFile.keys.title'),
    place: 4,
    shortcuts:
      asked.length === 0
        ? []
        : [
            {
              keys: [CONFIRM_KEY],
              label: t('facts.confirm.key'),
              run: () => list.current?.querySelector<HTMLElement>('button:has(.kbd)')?.focus(),
            },
          ],
  });
  if (asked.length === 0) return null;
  const answer = (field: FieldName): void => {
    const lines = [...(list.current?.querySelectorAll('li') ?? [])];
    const at = asked.findIndex((each) => each.field === field);
    lines[at + 1]?.querySelector('button')?.focus();
    void confirm(field);
  };
  return (
    <section className="summary-card summary-part" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('facts.confirm.title')}</h2>
      <ul ref={list} className="summary-lines confirm-lines">
        {asked.map(({ field, saidOn }) => {
          const fact = file.facts[field];
          if (fact === undefined || fact.value === null) return null;
          return (
            <ToConfirm
              key={field}
              {...{ field, fact, isConfirmed: fact.saidOn !== saidOn, value: read(field) }}
              onConfirm={() => answer(field)}
              onChange={() => onChange(field)}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface ToConfirmProps {
  readonly field: FieldName;
  readonly fact: Fact;
  readonly value: ReactNode;
  readonly isConfirmed: boolean;
  readonly onConfirm: () => void;
  readonly onChange: () => void;
}

function ToConfirm({ field, fact, value, isConfirmed, onConfirm, onChange }: ToConfirmProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const name = t(`facts.fields.${labelKeyOf(field)}`);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A key held down answers once: the focus is on the next fact by then.
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.toUpperCase() !== CONFIRM_KEY) return;
    event.preventDefault();
    onConfirm();
  };
  return (
    <li className="summary-line" onKeyDown={onKeyDown}>
      <span className="summary-line-label">{name}</span>
      <span className="summary-line-text">
        {value}{' '}
        <span className="fact-said">
          {t(`facts.confirm.said.${fact.saidBy}`, { day: shortDayText(fact.saidOn, now, i18n.language) })}
        </span>
      </span>
      <span className="summary-line-acts">
        {isConfirmed ? (
          <Button size="small" kind="quiet" aria-disabled aria-label={t('facts.confirm.confirmed', { field: name })}>
            {t('facts.confirm.mark')}
          </Button>
        ) : (
          <Button
            size="small"
            shortcut={CONFIRM_KEY}
            aria-label={t('facts.confirm.act', { field: name })}
            onClick={onConfirm}
          >
            {t('facts.confirm.still')}
          </Button>
        )}
        <TextButton onClick={onChange} aria-label={t('facts.edit', { field: name })}>
          {t('facts.confirm.change')}
        </TextButton>
      </span>
    </li>
  );
}
