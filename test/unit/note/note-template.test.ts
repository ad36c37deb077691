import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Done, filledIn, openedIn } from '../../../src/main/note/filled-in.ts';
import { noteHeadings } from '../../../src/main/note/note-words.ts';
import type { Appointment } from '../../../src/shared/domain/appointment/appointment.schema.ts';
import { PRESENCES } from '../../../src/shared/domain/appointment/appointment.ts';
import type { Contact } from '../../../src/shared/domain/contact/contact.schema.ts';
import {
  inTemplate,
  proposedTemplate,
  shownSections,
  TEMPLATE_SECTIONS,
} from '../../../src/shared/domain/note/note-template.rules.ts';
import { noteLength } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody, NoteSections } from '../../../src/shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS, NOTE_TEMPLATES, type NoteTemplate } from '../../../src/shared/domain/note/note.ts';

const NOW = Date.UTC(2026, 8, 1, 9, 30);
const DAY = 24 * 3_600_000;
const desk = { clock: { now: () => NOW }, timeZone: 'Europe/Paris' };

const meeting = (changes: Partial<Appointment>): Appointment => ({
  ...{ id: 'r', caseId: 'c', startsAt: NOW, minutes: 30, modality: 'on-site', purpose: 'Point', presence: 'planned' },
  ...{ kind: 'follow-up', revision: 1, ...changes },
});
const call: Contact = {
  ...{ id: 'k', caseId: 'c', actorId: 'p', at: NOW, on: '2026-09-01', channel: 'telephone', initiatedBy: 'us' },
  ...{ isExchange: true, line: 'A dit qu’elle dort mal.', isWithdrawn: false, revision: 1 },
};
const nothing: Done = {
  ...{ desk, lastValidatedAt: NOW - 9 * DAY, closed: null, contacts: [], appointments: [], actions: [] },
  ...{ retained: [], linkable: [] },
};

describe('the template of a note', () => {
  it('is that of what happened today', () => {
    const proposed = (done: Partial<Done>): NoteTemplate => filledIn({ ...nothing, ...done }).proposed;
    expect(proposed({})).toBe('follow-up');
    expect(proposed({ lastValidatedAt: null })).toBe('first');
    expect(proposed({ appointments: [meeting({ kind: 'first' })] })).toBe('first');
    expect(proposed({ appointments: [meeting({ presence: 'held' })] })).toBe('follow-up');
    expect(proposed({ appointments: [meeting({ presence: 'missed' })] })).toBe('not-held');
    expect(proposed({ appointments: [meeting({ presence: 'missed', startsAt: NOW - 3 * DAY })] })).toBe('follow-up');
    expect(proposed({ contacts: [call] })).toBe('brief');
    expect(proposed({ contacts: [{ ...call, isExchange: false }] })).toBe('follow-up');
    expect(proposed({ closed: { on: '2026-08-30', at: NOW - 2 * DAY } })).toBe('closing');
    expect(proposed({ closed: { on: '2026-08-01', at: NOW - 20 * DAY } }), 'told already').toBe('follow-up');
  });

  it('is never that of a meeting not held by itself, and says nothing of it (R10)', () => {
    for (const presence of PRESENCES.filter((each) => each !== 'planned' && each !== 'held')) {
      const drafts = filledIn({ ...nothing, appointments: [meeting({ presence, purpose: 'Visite du moulin' })] });
      expect(drafts.proposed).toBe('not-held');
      expect(openedIn(drafts).template).toBe('follow-up');
      expect(Object.values(drafts.filledIn).map(({ notHeld }) => notHeld)).toEqual(NOTE_TEMPLATES.map(() => null));
      expect(JSON.stringify(drafts.filledIn)).not.toMatch(/Visite du moulin|[Aa]bsen|[Aa]nnul/u);
    }
  });

  it('proposes the same, whatever else is known, once the support has ended', () => {
    const known = fc.record({
      hasNotes: fc.boolean(),
      meeting: fc.option(fc.record({ isFirst: fc.boolean() })),
      isOneNotHeld: fc.boolean(),
      hasContact: fc.boolean(),
    });
    fc.assert(fc.property(known, (rest) => proposedTemplate({ ...rest, isToClose: true }) === 'closing'));
  });

  it('fills in its own headings alone, and never with the line of a contact', () => {
    const drafts = filledIn({
      ...nothing,
      ...{ contacts: [call], closed: { on: '2026-08-30', at: NOW - 2 * DAY } },
      appointments: [meeting({}), meeting({ id: 's', startsAt: NOW + 5 * DAY })],
    }).filledIn;
    for (const template of NOTE_TEMPLATES) {
      const body = drafts[template];
      const filled = NOTE_SECTIONS.filter((section) => body.sections[section] !== '');
      expect(TEMPLATE_SECTIONS[template], template).toEqual(expect.arrayContaining([...filled]));
      expect(JSON.stringify(body)).not.toContain(call.line);
      expect([body.sections.personSays, body.sections.decided, body.sections.personAdds]).toEqual(['', '', '']);
    }
    expect(drafts.brief.sections.object).toBe('Échange par téléphone');
    expect(drafts.closing.sections.object).toBe('Accompagnement terminé le dimanche 30 août 2026');
  });

  it('has headings of its own, the last of them for what the person wishes to add', () => {
    for (const template of NOTE_TEMPLATES) {
      expect(TEMPLATE_SECTIONS[template].at(-1)).toBe('personAdds');
      expect(noteHeadings(template).personAdds).toBe('Ce que la personne souhaite ajouter');
    }
    expect(noteHeadings('employer').personSays).toBe('Ce que dit l’entreprise');
    expect(noteHeadings('follow-up').personSays).toBe('Ce que dit la personne');
  });
});

const drafts = filledIn({
  ...nothing,
  appointments: [meeting({}), meeting({ id: 's', startsAt: NOW + 5 * DAY })],
  closed: { on: '2026-08-30', at: NOW - 2 * DAY },
}).filledIn;
const written = (template: NoteTemplate, typed: Partial<NoteSections>): DraftBody => {
  const body = drafts[template];
  return { ...body, sections: { ...body.sections, ...typed } };
};

describe('changing the template of a note', () => {
  it('changes what was filled in and nothing that was typed', () => {
    const body = written('follow-up', { personSays: 'Préfère les matins.' });
    const changed = inTemplate(body, 'closing', drafts);
    expect(changed).toMatchObject({
      template: 'closing',
      sections: {
        object: 'Accompagnement terminé le dimanche 30 août 2026',
        personSays: 'Préfère les matins.',
        nextAppointment: '',
      },
    });
    expect(inTemplate(changed, 'follow-up', drafts), 'there and back').toEqual(body);
  });

  it('keeps what was typed in sight, whatever template one goes through', () => {
    const texts = fc.array(fc.constantFrom('', 'mot'), { minLength: 7, maxLength: 7 });
    const ways = fc.array(fc.constantFrom(...NOTE_TEMPLATES), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, ways, (typed, way) => {
        const own = NOTE_SECTIONS.filter((_, index) => typed[index] !== '');
        let body = written('follow-up', Object.fromEntries(own.map((section) => [section, `dit de ${section}`])));
        for (const template of way) body = inTemplate(body, template, drafts);
        const shown = shownSections(body, []);
        for (const section of own) {
          expect(body.sections[section]).toBe(`dit de ${section}`);
          expect(shown).toContain(section);
        }
        expect(noteLength(body.sections)).toBeGreaterThanOrEqual(own.join('').length);
      }),
    );
  });

  it('forgets by whom a meeting was not held where there was one', () => {
    const notHeld: DraftBody = { ...drafts['not-held'], notHeld: 'cancelled-by-us' };
    expect(inTemplate(notHeld, 'follow-up', drafts).notHeld).toBeNull();
    expect(inTemplate(notHeld, 'not-held', drafts).notHeld).toBe('cancelled-by-us');
  });
});
