/**
 * Appointments as an iCalendar file (RFC 5545), for the calendar of the agency. It leaves the workstation: it says when and
 * how, never with whom nor what for.
 */
import { endOf, takesItsHour } from './agenda.rules.ts';
import type { Appointment, Modality } from './appointment.schema.ts';

const OCTETS_A_LINE = 75;

const SUMMARIES: Readonly<Record<Modality, string>> = {
  'on-site': 'Rendez-vous sur place',
  telephone: 'Rendez-vous par téléphone',
  video: 'Rendez-vous en visio',
  home: 'Rendez-vous à domicile',
  partner: 'Rendez-vous chez un partenaire',
};

/**
 * The file, its lines ended and folded as the standard wants them. Written twice, an event is the same one (its identifier
 * is that of the appointment), in its newest version.
 *
 * @param now when it is written, an instant
 */
export function calendarOf(
  appointments: readonly Pick<Appointment, 'id' | 'startsAt' | 'minutes' | 'modality' | 'presence' | 'revision'>[],
  now: number,
): string {
  const events = appointments
    .filter(takesItsHour)
    .flatMap((appointment) => [
      'BEGIN:VEVENT',
      `UID:${appointment.id}@vis-a-vis`,
      `DTSTAMP:${utc(now)}`,
      `SEQUENCE:${appointment.revision}`,
      `DTSTART:${utc(appointment.startsAt)}`,
      `DTEND:${utc(endOf(appointment))}`,
      `SUMMARY:${SUMMARIES[appointment.modality]}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vis-à-vis//FR',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261127T083000Z`: in universal time, which every calendar turns into its own. */
function utc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A long line goes on in the next one, after a space; no letter is cut between its octets. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const rows: string[] = [];
  let row = '';
  for (const letter of line) {
    if (encoder.encode(row + letter).length > OCTETS_A_LINE) {
      rows.push(row);
      row = ' ';
    }
    row += letter;
  }
  return [...rows, row].join('\r\n');
}
