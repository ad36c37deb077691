import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MODALITIES } from '../../../shared/domain/appointment/appointment.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { proposedMomentText } from '../../i18n/proposed-moment.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone } from '../../platform/today.ts';
import { Pill } from '../../ui/pill.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ContactField, type ContactForm, expectedAt, withTypedAppointment } from './contact-form.ts';

interface AppointmentFieldsProps {
  readonly caseId: string;
  readonly form: ContactForm;
  readonly today: LocalDate;
  readonly errorOf: (field: ContactField) => string | null;
  readonly onChange: (change: Partial<ContactForm>) => void;
}

const USUAL = ['week', 'twoWeeks', 'month'] as const;

/** The next appointment, made in the same breath: typed as one says it, or by the usual delays. */
export function AppointmentFields(props: AppointmentFieldsProps) {
  const { caseId, form, today, errorOf, onChange } = props;
  const { t, i18n } = useTranslation();
  const zone = localZone();
  const proposed = form.hasAppointment ? proposedMomentText(t, form, { zone, language: i18n.language }) : null;
  const type = (when: string): void => onChange(withTypedAppointment(form, when, today));
  return (
    <div className="contact-appointment">
      <AlreadyPlanned caseId={caseId} />
      <div className="contact-when">
        <TextField
          name="when"
          label={t('contactDialog.when')}
          hint={proposed === null ? t('contactDialog.whenHint') : <strong>{proposed}</strong>}
          maxLength={60}
          value={form.when}
          error={errorOf('when')}
          onChange={(event) => type(event.currentTarget.value)}
        />
        {form.hasAppointment ? (
          <>
            <TextField
              name="day"
              type="date"
              label={t('contactDialog.day')}
              min={today}
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
              onChange={(event) => onChange({ time: event.currentTarget.value, isHourSaid: true })}
            />
          </>
        ) : null}
      </div>
      <div className="pills" role="group" aria-label={t('contactDialog.usual')}>
        {USUAL.map((each) => {
          const text = t(`contactDialog.usualDelays.${each}`);
          return (
            <Pill key={each} isActive={form.when === text} aria-pressed={form.when === text} onClick={() => type(text)}>
              {text}
            </Pill>
          );
        })}
      </div>
      <div className="contact-modality" data-shown={form.hasAppointment}>
        <Segmented
          label={t('contactDialog.modality')}
          choices={MODALITIES.map((value) => ({ value, label: t(`contactDialog.modalities.${value}`) }))}
          chosen={form.modality}
          onChoose={(modality) => onChange({ modality })}
        />
      </div>
    </div>
  );
}

/** Another appointment is made knowingly. */
function AlreadyPlanned({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const { data: expected = [] } = useQuery({
    ...callQuery('appointment.list', { caseId }),
    select: (appointments) => expectedAt(appointments, Date.now()),
  });
  const [first] = expected;
  if (first === undefined) return null;
  const when = fullMomentText(first, localZone(), i18n.language);
  const count = expected.length;
  return (
    <p className="contact-planned">
      {t('contactDialog.already', { count, n: numberText(count, i18n.language), when })}
    </p>
  );
}
