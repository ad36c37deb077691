import { useTranslation } from 'react-i18next';
import { REMINDER_KINDS } from '../../../shared/domain/approach/approach.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

const NEXT_KINDS = ['none', ...REMINDER_KINDS] as const;
export type NextKind = (typeof NEXT_KINDS)[number];

/** Long enough for an employer to answer; a choice of ours, changed at will. */
const USUAL_WAIT_DAYS = 7;

export function usualDay(today: LocalDate): LocalDate {
  return addDays(today, USUAL_WAIT_DAYS);
}

interface NextFieldsProps {
  readonly kind: NextKind;
  readonly on: string;
  /** Sent once: what is missing is said. */
  readonly isChecked: boolean;
  readonly hasFirstFocus?: boolean;
  readonly onKind: (kind: NextKind) => void;
  readonly onDay: (day: string) => void;
}

/** What is waited for of an employer, and until when. */
export function NextFields({ kind, on, isChecked, hasFirstFocus = false, onKind, onDay }: NextFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="form-row">
      <Segmented
        label={t('approach.dialog.next')}
        choices={NEXT_KINDS.map((value) => ({ value, label: t(`approach.dialog.nextKinds.${value}`) }))}
        chosen={kind}
        hasFirstFocus={hasFirstFocus}
        onChoose={onKind}
      />
      {kind === 'none' ? null : (
        <TextField
          type="date"
          label={t(`approach.dialog.nextOn.${kind}`)}
          value={on}
          error={isChecked && on === '' ? t('approach.dialog.nextMissing') : null}
          onChange={(event) => onDay(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
