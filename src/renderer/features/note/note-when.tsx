import { MODALITIES } from '../../../shared/domain/appointment/appointment.ts';
import { useTranslation } from 'react-i18next';
import type { DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { useToday } from '../../platform/today.ts';
import { TextField } from '../../ui/text-field.tsx';

interface NoteWhenProps {
  readonly body: DraftBody;
  readonly onWrite: (change: Pick<DraftBody, 'on'> | Pick<DraftBody, 'modality'>) => void;
}

/** The day of the meeting and how it was held. */
export function NoteWhen({ body, onWrite }: NoteWhenProps) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <TextField
        label={t('note.on')}
        type="date"
        required
        max={today}
        value={body.on}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onWrite({ on: value });
        }}
      />
      <label className="field">
        <span className="field-label">{t('note.modality')}</span>
        <select
          className="field-input"
          value={body.modality}
          onChange={(event) => onWrite({ modality: event.currentTarget.value as DraftBody['modality'] })}
        >
          {MODALITIES.map((modality) => (
            <option key={modality} value={modality}>
              {t(`appointment.modalities.${modality}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
