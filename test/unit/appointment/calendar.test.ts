/** The iCalendar file: RFC 5545, and nobody in it. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/shared/domain/appointment/calendar.rules.ts';

const NOW = Date.parse('2026-11-27T18:30:00Z');
const meeting = {
  ...{ id: '0198c2a0-0000-7000-8000-000000000001', caseId: 'somebody', startsAt: Date.parse('2026-11-30T08:00:00Z') },
  ...{ minutes: 45, modality: 'home' as const, presence: 'planned' as const, revision: 3, purpose: 'Parler du bail' },
};

describe('the calendar file', () => {
  const text = calendarOf([meeting, { ...meeting, id: 'gone', presence: 'cancelled-by-us' }], NOW);

  it('has its events in universal time, with an identifier that stays and a version that grows', () => {
    expect(text.split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Vis-à-vis//FR', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT'],
      'UID:0198c2a0-0000-7000-8000-000000000001@vis-a-vis',
      ...['DTSTAMP:20261127T183000Z', 'SEQUENCE:3', 'DTSTART:20261130T080000Z', 'DTEND:20261130T084500Z'],
      ...['SUMMARY:Rendez-vous à domicile', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('says neither who nor what for', () => {
    expect(text).not.toMatch(/somebody|bail/);
  });

  it('folds a long line between letters, at 75 octets at most', () => {
    const long = calendarOf([{ ...meeting, id: 'é'.repeat(60) }], NOW);
    const lines = long.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(long.replace(/\r\n /g, '')).toContain(`UID:${'é'.repeat(60)}@vis-a-vis\r\n`);
  });
});
