import { MODALITIES } from '../../../shared/domain/appointment/appointment.ts';
import { useTranslation } from 'react-i18next';
import { fullDayText } from '../../i18n/dates.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ContactField, ContactForm } from './contact-form.ts';

interface AppointmentFieldsProps {
  readonly form: ContactForm;
  readonly today: string;
  readonly errorOf: (field: ContactField) => string | null;
  readonly onChange: (change: Partial<ContactForm>) => void;
}

/** The next appointment, made in the same breath: nothing of it is there until one asks. */
export function AppointmentFields({ form, today, errorOf, onChange }: AppointmentFieldsProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="contact-appointment">
      <label className="contact-check">
        <input
          type="checkbox"
          checked={form.hasAppointment}
          onChange={(event) => onChange({ hasAppointment: event.currentTarget.checked })}
        />
        <span>{t('contactDialog.appointment')}</span>
      </label>
      {form.hasAppointment ? (
        <>
          <div className="form-row">
            <TextField
              name="day"
              type="date"
              label={t('contactDialog.day')}
              min={today}
              hint={form.day === '' ? undefined : fullDayText(form.day, i18n.language)}
              value={form.day}
              error={errorOf('day')}
              onChange={(event) => onChange({ day: event.currentTarget.value })}
            />
            <TextField
              name="time"
              type="time"
              label={t('contactDialog.time')}
              value={form.time}
              error={errorOf('time')}
              onChange={(event) => onChange({ time: event.currentTarget.value })}
            />
          </div>
          <Segmented
            label={t('contactDialog.modality')}
            choices={MODALITIES.map((value) => ({ value, label: t(`contactDialog.modalities.${value}`) }))}
            chosen={form.modality}
            onChoose={(modality) => onChange({ modality })}
          />
        </>
      ) : null}
    </div>
  );
}
