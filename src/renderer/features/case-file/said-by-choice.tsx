import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidBy } from '../../../shared/domain/case-file/case-file.schema.ts';

interface SaidByChoiceProps {
  readonly chosen: SaidBy;
  readonly onChoose: (saidBy: SaidBy) => void;
}

/** Who said it: the person, save where the advisor says otherwise. A file is never chosen, it only speaks for itself. */
export function SaidByChoice({ chosen, onChoose }: SaidByChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="said-by">
      <legend className="visually-hidden">{t('facts.saidBy.title')}</legend>
      <span aria-hidden="true">{t('facts.saidBy.title')}</span>
      {(['person', 'advisor'] as const).map((saidBy) => (
        <label key={saidBy}>
          <input type="radio" name={name} checked={chosen === saidBy} onChange={() => onChoose(saidBy)} />
          <span>{t(`facts.saidBy.${saidBy}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
