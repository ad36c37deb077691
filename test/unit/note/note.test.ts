import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Done, filledIn, openedIn } from '../../../src/main/note/filled-in.ts';
import {
  appointmentWords,
  linkWords,
  NOT_HELD_WORDS,
  noteHeadings,
  objectWords,
  stateWords,
} from '../../../src/main/note/note-words.ts';
import { PLAIN_ACTION } from '../../../src/shared/domain/action/action.ts';
import { frenchDay } from '../../../src/shared/kernel/french-day.ts';
import type { Action } from '../../../src/shared/domain/action/action.schema.ts';
import type { Appointment } from '../../../src/shared/domain/appointment/appointment.schema.ts';
import type { DecidedItem } from '../../../src/shared/domain/decision/decision.schema.ts';
import {
  applyNote,
  BEFORE_TEMPLATES,
  EMPTY_SECTIONS,
  isEmptyNote,
  noteAsText,
  noteLength,
} from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody, FrozenLink, NoteSections } from '../../../src/shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS, type NotHeldBy } from '../../../src/shared/domain/note/note.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';

const NOW = Date.UTC(2026, 8, 1, 9, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const words = { headings: noteHeadings('follow-up'), link: linkWords, notHeld: (by: NotHeldBy) => NOT_HELD_WORDS[by] };

const company: FrozenLink = {
  ...{ kind: 'decision', id: 'd1', section: 'decided', text: 'Maison Clerc, Metz', owner: null, dueOn: null },
};
const promise: FrozenLink = {
  ...{
    kind: 'action',
    id: 'a1',
    section: 'advisorDoes',
    text: 'Envoyer la lettre',
    owner: 'advisor',
    dueOn: '2026-12-02',
  },
};
const agreed: FrozenLink = {
  ...{ kind: 'action', id: 'a2', section: 'decided', text: 'Passer au magasin', owner: 'person', dueOn: null },
};

describe('a note as plain text', () => {
  it('has its headings in order, what was written, then what it points to', () => {
    const sections: NoteSections = {
      object: 'Point sur la recherche, à l’agence',
      sinceLastTime: 'Fait : rappeler le recruteur\nPas encore : refaire le CV',
      personSays: '  Préfère les journées.  ',
      decided: 'On relance deux boulangeries.',
      advisorDoes: '',
      nextAppointment: 'jeudi 3 décembre 2026 à 14 h 30, par téléphone',
      personAdds: '',
    };
    expect(noteAsText({ sections, links: [promise, company, agreed], notHeld: null }, words)).toBe(
      `Objet, présents, modalité
Point sur la recherche, à l’agence

Depuis la dernière fois
Fait : rappeler le recruteur
Pas encore : refaire le CV

Ce que dit la personne
Préfère les journées.

Ce que nous avons décidé
On relance deux boulangeries.
- Maison Clerc, Metz
- Passer au magasin (la personne)

Ce que je fais de mon côté
- Envoyer la lettre (l’agence), avant le mercredi 2 décembre 2026

Prochain rendez-vous
jeudi 3 décembre 2026 à 14 h 30, par téléphone`,
    );
  });

  it('has no heading over nothing', () => {
    expect(noteAsText({ sections: EMPTY_SECTIONS, links: [], notHeld: null }, words)).toBe('');
    expect(noteAsText({ sections: { ...EMPTY_SECTIONS, personAdds: 'Merci.' }, links: [], notHeld: null }, words)).toBe(
      'Ce que la personne souhaite ajouter\nMerci.',
    );
  });

  it('holds every word that was written and nothing else but headings and links', () => {
    const texts = fc.array(fc.stringMatching(/^[a-zé]{0,12}$/), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(texts, (written) => {
        const sections = Object.fromEntries(NOTE_SECTIONS.map((name, index) => [name, written[index]])) as NoteSections;
        const lines = noteAsText({ sections, links: [], notHeld: null }, words)
          .split('\n')
          .filter((line) => line !== '');
        const expected = NOTE_SECTIONS.flatMap((name) =>
          sections[name] === '' ? [] : [words.headings[name], sections[name]],
        );
        expect(lines).toEqual(expected);
        expect(noteLength(sections)).toBe(written.join('').length);
      }),
    );
  });
});

describe('a note', () => {
  it('counts what was written, all headings together and without the spaces around', () => {
    expect(noteLength({ ...EMPTY_SECTIONS, object: ' abc ', decided: 'de\nf' })).toBe(7);
    expect(noteLength(EMPTY_SECTIONS)).toBe(0);
  });

  it('is empty without a word and without a link', () => {
    expect(isEmptyNote({ sections: EMPTY_SECTIONS, notHeld: null }, [])).toBe(true);
    expect(isEmptyNote({ sections: { ...EMPTY_SECTIONS, object: ' \n ' }, notHeld: null }, [])).toBe(true);
    expect(isEmptyNote({ sections: EMPTY_SECTIONS, notHeld: null }, [company])).toBe(false);
    expect(isEmptyNote({ sections: { ...EMPTY_SECTIONS, object: 'a' }, notHeld: null }, [])).toBe(false);
  });

  it('is what validating it says, whatever was there', () => {
    const payload = {
      ...BEFORE_TEMPLATES,
      on: '2026-09-01',
      modality: 'on-site',
      sections: EMPTY_SECTIONS,
      links: [],
      corrects: null,
    };
    const operation = { entityId: 'n1', caseId: 'c1', actorId: 'p1', at: NOW, deviceSeq: 7, kind: 'note.validate' };
    const op = { ...operation, payload: { ...payload, actorName: 'Camille' } } as unknown as Operation;
    const note = {
      ...payload,
      id: 'n1',
      caseId: 'c1',
      actorId: 'p1',
      actorName: 'Camille',
      validatedAt: NOW,
      withdrawn: null,
      revision: 7,
    };
    expect(applyNote(null, op)).toEqual(note);
    expect(() => applyNote(null, { ...op, entity: 'note', kind: 'note.change' })).toThrow('note has no operation');
  });
});

describe('the words that a note is filled in with', () => {
  it('say days, hours and ways in French, at the hour of the workstation', () => {
    expect(frenchDay('2026-12-03')).toBe('jeudi 3 décembre 2026');
    expect(frenchDay('2026-09-01')).toBe('mardi 1er septembre 2026');
    expect(frenchDay('2026-12-31')).toBe('jeudi 31 décembre 2026');
    const startsAt = Date.UTC(2026, 11, 3, 13, 30);
    expect(appointmentWords({ startsAt, modality: 'telephone' }, 'Europe/Paris')).toBe(
      'jeudi 3 décembre 2026 à 14 h 30, par téléphone',
    );
    expect(appointmentWords({ startsAt: Date.UTC(2026, 6, 3, 7), modality: 'partner' }, 'Europe/Paris')).toBe(
      'vendredi 3 juillet 2026 à 9 h, chez un partenaire',
    );
    expect(appointmentWords({ startsAt: Date.UTC(2026, 11, 3, 21), modality: 'video' }, 'Indian/Reunion')).toBe(
      'vendredi 4 décembre 2026 à 1 h, en visio',
    );
    expect(objectWords({ purpose: 'Premier rendez-vous', modality: 'home' })).toBe('Premier rendez-vous, à domicile');
    expect(objectWords({ purpose: '', modality: 'on-site' })).toBe('à l’agence');
    expect(stateWords('no-longer-useful', 'passer le CACES')).toBe('N’est plus utile : passer le CACES');
  });
});

const action = (changes: Partial<Action>): Action => ({
  ...PLAIN_ACTION,
  ...{ id: 'a', caseId: 'c', actorId: 'p', owner: 'person', text: 'Refaire le CV', dueOn: null, state: 'not-yet' },
  ...{ addedAt: NOW - 30 * DAY, changedAt: NOW - 30 * DAY, isWithdrawn: false, revision: 1, ...changes },
});
const appointment = (changes: Partial<Appointment>): Appointment => ({
  ...{ id: 'r', caseId: 'c', startsAt: NOW, minutes: 30, modality: 'on-site', purpose: 'Point', presence: 'planned' },
  ...{ kind: null, revision: 1, ...changes },
});
const nothing = {
  lastValidatedAt: null,
  closed: null,
  contacts: [],
  appointments: [],
  actions: [],
  retained: [],
  linkable: [],
};
const desk = { clock: { now: () => NOW }, timeZone: 'Europe/Paris' };

const opened = (done: Done): DraftBody => openedIn(filledIn(done));

describe('a note as it opens', () => {
  it('is of today, and empty where nothing is known', () => {
    expect(opened({ desk, ...nothing })).toEqual({
      ...{ on: '2026-09-01', modality: 'on-site', sections: EMPTY_SECTIONS, links: [], corrects: null },
      ...{ template: 'first', notHeld: null, why: '' },
    });
  });

  it('takes its object from the appointment of today, and the next appointment from the first one to come', () => {
    const appointments = [
      appointment({ id: 'far', startsAt: NOW + 20 * DAY }),
      appointment({ id: 'near', startsAt: NOW + 6 * DAY, modality: 'telephone' }),
      appointment({ id: 'cancelled', startsAt: NOW + 2 * DAY, presence: 'cancelled-by-us' }),
      appointment({ id: 'today', startsAt: NOW - HOUR, modality: 'video', purpose: 'Premier rendez-vous' }),
      appointment({ id: 'past', startsAt: NOW - 9 * DAY, presence: 'held' }),
    ];
    const { modality, sections } = opened({ desk, ...nothing, appointments });
    expect(modality).toBe('video');
    expect(sections).toMatchObject({
      object: 'Premier rendez-vous, en visio',
      nextAppointment: 'lundi 7 septembre 2026 à 11 h 30, par téléphone',
    });
  });

  it.each(['missed', 'excused', 'cancelled-by-person', 'cancelled-by-us'] as const)(
    'says nothing of an appointment of today that was not held (%s)',
    (presence) => {
      const appointments = [appointment({ presence, modality: 'video' })];
      expect(opened({ desk, ...nothing, appointments })).toMatchObject({
        ...{ modality: 'on-site', sections: { object: '' } },
      });
    },
  );

  it('takes, of two appointments of today, the one nearest to now', () => {
    const appointments = [
      appointment({ id: 'later', startsAt: NOW + 5 * HOUR, purpose: 'Ce soir' }),
      appointment({ id: 'now', startsAt: NOW - HOUR, purpose: 'Ce matin', presence: 'held' }),
    ];
    expect(opened({ desk, ...nothing, appointments }).sections.object).toBe('Ce matin, à l’agence');
  });

  it('points to the forty newest things at most', () => {
    const actions = Array.from({ length: 50 }, (_, index) => action({ id: `a${index}`, addedAt: NOW - index * HOUR }));
    const linkable = actions.map(({ id }) => ({ ...agreed, id })).toReversed();
    const { links } = opened({ desk, ...nothing, lastValidatedAt: NOW - 60 * DAY, actions, linkable });
    expect(links.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => `a${39 - index}`));
  });

  it('does not take the appointment of today for the next one', () => {
    const { sections } = opened({ desk, ...nothing, appointments: [appointment({ startsAt: NOW + 2 * HOUR })] });
    expect(sections).toMatchObject({ object: 'Point, à l’agence', nextAppointment: '' });
  });

  it('says of actions agreed on before the last note what has changed since', () => {
    const lastValidatedAt = NOW - 10 * DAY;
    const actions = [
      action({ id: '1', text: 'Rappeler le recruteur', state: 'done', changedAt: NOW - DAY }),
      action({ id: '2', text: 'Refaire le CV', state: 'in-progress', changedAt: NOW - 2 * DAY }),
      action({ id: '3', text: 'Rien de neuf', changedAt: NOW - 30 * DAY }),
      action({ id: '4', text: 'Dite aujourd’hui', addedAt: NOW - HOUR, changedAt: NOW - HOUR }),
    ];
    expect(opened({ desk, ...nothing, lastValidatedAt, actions }).sections.sinceLastTime).toBe(
      'Fait : Rappeler le recruteur\nEn cours : Refaire le CV',
    );
  });

  it('points to what was retained and agreed on since the last note, and leaves the two people’s words to them', () => {
    const lastValidatedAt = NOW - 10 * DAY;
    const retained = [
      { decisionId: 'd1', at: NOW - HOUR },
      { decisionId: 'd0', at: NOW - 20 * DAY },
    ] as unknown as readonly DecidedItem[];
    const actions = [action({ id: 'a1', addedAt: NOW - HOUR, changedAt: NOW - HOUR }), action({ id: 'a2' })];
    const linkable = [company, promise, agreed, { ...company, id: 'd0' }];
    const body = opened({ desk, ...nothing, lastValidatedAt, retained, actions, linkable });
    expect(body.links).toEqual([
      { kind: 'decision', id: 'd1' },
      { kind: 'action', id: 'a1' },
    ]);
    for (const section of ['personSays', 'decided', 'advisorDoes', 'personAdds'] as const) {
      expect(body.sections[section]).toBe('');
    }
  });
});
