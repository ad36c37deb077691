import { describe, expect, it } from 'vitest';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS, refilled } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';

const body = (sections: Partial<DraftBody['sections']>, links: DraftBody['links'] = []): DraftBody => ({
  ...BEFORE_TEMPLATES,
  ...{ on: '2026-09-01', modality: 'on-site', corrects: null, links },
  sections: { ...EMPTY_SECTIONS, ...sections },
});
const clerc = { kind: 'decision', id: 'clerc' } as const;
const letter = { kind: 'action', id: 'letter' } as const;

describe('a note that is being written while things are done', () => {
  it('takes what is filled in now where nothing was typed, and keeps what was', () => {
    const before = body({ sinceLastTime: '' });
    const now = body({ sinceLastTime: 'Fait : la lettre', nextAppointment: 'jeudi 14 h' });
    const typed = body({ personSays: 'Préfère les matins', nextAppointment: 'à voir' });
    expect(refilled(typed, before, now).sections).toMatchObject({
      ...{ sinceLastTime: 'Fait : la lettre', personSays: 'Préfère les matins', nextAppointment: 'à voir' },
    });
  });

  it('points to what was retained meanwhile, leaves what was undone, and keeps what was chosen', () => {
    expect(refilled(body({}, [letter]), body({}, [letter]), body({}, [letter, clerc])).links).toEqual([letter, clerc]);
    expect(refilled(body({}, [letter, clerc]), body({}, [letter, clerc]), body({}, [letter])).links).toEqual([letter]);
    expect(refilled(body({}), body({}, [letter]), body({}, [letter])).links, 'taken off by hand').toEqual([]);
  });

  it('follows the way the two meet unless another one was chosen', () => {
    const now = { ...body({}), modality: 'telephone' } as const;
    expect(refilled(body({}), body({}), now).modality).toBe('telephone');
    expect(refilled({ ...body({}), modality: 'video' }, body({}), now).modality).toBe('video');
  });

  it('of a correction, changes nothing', () => {
    const correction = { ...body({}), corrects: 'note' };
    expect(refilled(correction, body({}), body({ sinceLastTime: 'Fait' }, [clerc]))).toBe(correction);
  });
});
