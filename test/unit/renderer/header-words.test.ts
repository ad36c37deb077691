import { describe, expect, test } from 'vitest';
import { headerSentence, nameOf } from '../../../src/renderer/features/case-file/header-words.ts';
import { projectLine } from '../../../src/renderer/features/job-project/project-words.ts';
import type { CaseFile, Facts } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import type { JobProject } from '../../../src/shared/domain/job-project/job-project.schema.ts';
import { frenchWords, visible } from './french-words.ts';

const NOTHING: JobProject = { occupation: null, place: null, reach: null, travel: [] };
const occupation = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vente en alimentation' };
const place = { communeCode: '57463', name: 'Metz' };

const line = (project: Partial<JobProject>): string | null => {
  const said = projectLine(frenchWords, { ...NOTHING, ...project }, 'fr');
  return said === null ? null : visible(said);
};

describe('a project in one line', () => {
  test('says the occupation, the place, how far and how', () => {
    const travel = ['bicycle', 'bus'] as const;
    expect(line({ occupation, place, reach: { kind: 'distance', km: 15 }, travel })).toBe(
      'Vente en alimentation, depuis Metz, 15_km à vélo ou en bus',
    );
    expect(line({ occupation, place, reach: { kind: 'time', minutes: 30 } })).toBe(
      'Vente en alimentation, depuis Metz, 30_min',
    );
  });

  test('says what is known, and that the occupation is still to be said', () => {
    expect(line({ place })).toBe('métier à préciser, depuis Metz');
    expect(line({ travel: ['car'] })).toBe('métier à préciser, en voiture');
    expect(line({ reach: { kind: 'distance', km: 30 }, travel: ['car', 'bus'] })).toBe(
      'métier à préciser, 30_km en voiture ou en bus',
    );
    expect(line({ occupation })).toBe('Vente en alimentation');
    expect(line({})).toBeNull();
  });
});

const fact = <V>(value: V) => ({ value, saidBy: 'person', saidOn: '2026-03-04', actorId: '', at: 0, revision: 1 });
const facts = { supportSince: fact('2026-03-04') } as unknown as Facts;
const where = { today: '2026-11-27', zone: 'Europe/Paris', language: 'fr', isNextOver: false };
const sentence = (file: Partial<CaseFile>, project: string | null, isNextOver = false): string =>
  visible(
    headerSentence(frenchWords, { facts, createdAt: 0, lastContactOn: null, nextAppointment: null, ...file }, project, {
      ...where,
      isNextOver,
    }),
  );

describe('the sentence under the name', () => {
  test('says the project, since when, the last contact and the next appointment', () => {
    const startsAt = Date.parse('2026-12-03T13:00:00Z');
    const said = sentence({ lastContactOn: '2026-11-04', nextAppointment: { id: '', startsAt } }, 'Vente, depuis Metz');
    expect(said).toBe(
      'Vente, depuis Metz. Accompagnement depuis le 4 mars 2026. Dernier contact il y a 23_jours. ' +
        'Prochain rendez-vous jeudi 14_h.',
    );
  });

  test('an appointment of this morning is the next one no more', () => {
    const startsAt = Date.parse('2026-11-27T08:00:00Z');
    const said = sentence({ lastContactOn: '2026-11-26', nextAppointment: { id: '', startsAt } }, 'Vente', true);
    expect(said).toContain('Rendez-vous d’aujourd’hui_: 9_h.');
  });

  test('says what is not known yet', () => {
    expect(sentence({ facts: {}, createdAt: Date.parse('2026-11-26T12:00:00Z') }, null)).toBe(
      'Projet à préciser. Accompagnement depuis le 26 novembre 2026. Pas encore de contact.',
    );
  });

  test('uses the name that is in use', () => {
    const named = { name: fact({ first: 'Nadia', last: 'Ferrand' }), civilName: fact({ first: 'N.', last: 'F.' }) };
    expect(nameOf(frenchWords, { facts: named as unknown as Facts })).toBe('Nadia Ferrand');
    expect(nameOf(frenchWords, { facts: {} })).toBe('Sans nom');
  });
});
