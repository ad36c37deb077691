import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { appointmentInput, contactInput, type ContactForm } from './contact-form.ts';

/**
 * Writes the contact down, then plans the appointment. When the second fails, asking again only does what is left: a
 * contact is never written twice. `onDone` is told even when the form is gone by then, with the operations it took, in
 * their order: they are one thing to undo.
 */
export function useRecordContact(
  caseId: string,
  zone: string,
  onDone: (form: ContactForm, opIds: readonly string[]) => void,
) {
  const contactIdOf = useCommandIds();
  const appointmentIdOf = useCommandIds();
  const recorded = useRef<string | null>(null);
  return useMutation({
    mutationFn: async (form: ContactForm) => {
      const contact = contactInput(caseId, form);
      recorded.current ??= (await call('contact.record', { ...contact, commandId: contactIdOf(contact) })).opId;
      const appointment = appointmentInput(caseId, form, zone);
      if (appointment === null) return [recorded.current];
      const planned = await call('appointment.schedule', { ...appointment, commandId: appointmentIdOf(appointment) });
      return [recorded.current, planned.opId];
    },
    onSuccess: (opIds, form) => onDone(form, opIds),
  });
}
