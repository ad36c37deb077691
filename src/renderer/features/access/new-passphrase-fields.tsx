import { useTranslation } from 'react-i18next';
import { LEAST_PASSPHRASE_CHARACTERS } from './new-space.ts';
import type { NewPassphrase, NewPassphraseProblem } from './new-passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthLine } from './strength-line.tsx';

interface NewPassphraseFieldsProps {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly problems: Partial<Record<keyof NewPassphrase, NewPassphraseProblem>>;
  /** What others know of its author. */
  readonly own: readonly string[];
}

/** A new passphrase with an opinion on it, and the same once more. */
export function NewPassphraseFields({ value, onChange, problems, own }: NewPassphraseFieldsProps) {
  const { t } = useTranslation();
  const textOf = (problem: NewPassphraseProblem | undefined): string | null =>
    problem === undefined ? null : t(`access.problems.${problem}`, { least: LEAST_PASSPHRASE_CHARACTERS });
  return (
    <>
      <PassphraseField
        label={t('access.change.next')}
        hint={t('access.create.passphraseHint', { least: LEAST_PASSPHRASE_CHARACTERS })}
        value={value.next}
        error={textOf(problems.next)}
        onChange={(next) => onChange({ ...value, next })}
      />
      <StrengthLine passphrase={value.next} own={own} />
      <PassphraseField
        label={t('access.change.repeat')}
        value={value.repeated}
        error={textOf(problems.repeated)}
        onChange={(repeated) => onChange({ ...value, repeated })}
      />
    </>
  );
}
