import { useTranslation } from 'react-i18next';
import './access.css';
import { LEAST_PASSPHRASE_CHARACTERS } from './new-space.ts';
import { passphraseOpinion } from './passphrase-strength.ts';

interface StrengthLineProps {
  readonly passphrase: string;
  /** What others know of its author: a name, an agency. */
  readonly own: readonly string[];
}

/** How good a passphrase is, in words and with the reason; nothing before there is something to judge. */
export function StrengthLine({ passphrase, own }: StrengthLineProps) {
  const { t } = useTranslation();
  if (passphrase === '') return null;
  const { strength, reason } = passphraseOpinion(passphrase, own);
  return (
    <p className="strength" data-strength={strength} role="status">
      {t('access.strength.line', {
        level: t(`access.strength.levels.${strength}`),
        reason: t(`access.strength.reasons.${reason}`, { least: LEAST_PASSPHRASE_CHARACTERS }),
      })}
    </p>
  );
}
