import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { appointmentInput, contactInput, type ContactForm } from './contact-form.ts';

/**
 * Writes the contact down, then plans the appointment. When the second fails, asking again only does what is left: a
 * contact is never written twice. `onDone` is told even when the form is gone by then.
 */
export function useRecordContact(caseId: string, zone: string, onDone: (form: ContactForm) => void) {
  const contactIdOf = useCommandIds();
  const appointmentIdOf = useCommandIds();
  const isRecorded = useRef(false);
  return useMutation({
    mutationFn: async (form: ContactForm) => {
      const contact = contactInput(caseId, form);
      if (!isRecorded.current) await call('contact.record', { ...contact, commandId: contactIdOf(contact) });
      isRecorded.current = true;
      const appointment = appointmentInput(caseId, form, zone);
      if (appointment === null) return;
      await call('appointment.schedule', { ...appointment, commandId: appointmentIdOf(appointment) });
    },
    onSuccess: (_done, form) => onDone(form),
  });
}
