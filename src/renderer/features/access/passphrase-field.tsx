import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';
import { Button } from '../../ui/button.tsx';

interface PassphraseFieldProps extends Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'autoFocus'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A passphrase, hidden until one asks to see it. */
export function PassphraseField({ value, onChange, inputRef, ...field }: PassphraseFieldProps) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      {...field}
      isUnchecked
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      type={isShown ? 'text' : 'password'}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      aside={
        <Button aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? t('access.hide') : t('access.show')}
        </Button>
      }
    />
  );
}
