import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCore } from '../../support/core.ts';
import { backTo } from '../../support/old-store.ts';
import { peopleCore, withPeople, type PeopleCore } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { aNote } from '../../support/valid-inputs.ts';
import type { CallOutput } from '../../../src/shared/contract/index.ts';

type Hits = CallOutput<'note.search'>;

let core: PeopleCore;
let caseId: string;
beforeAll(async () => {
  core = await peopleCore('note-search');
  caseId = await core.aCaseFile();
  await write(caseId, 'Préfère les matinées, peut commencer tout de suite.');
  await write(caseId, 'La boulangerie de Woippy rappelle lundi.');
});
afterAll(() => core.cleanup());

async function write(of: string, personSays: string, corrects: string | null = null): Promise<string> {
  const body = { ...aNote(personSays), corrects, why: corrects === null ? '' : 'Un mot manquait.' };
  const { opId } = await core.ask('note.validate', { commandId: core.newId(), caseId: of, body, baseVersion: null });
  return opId;
}

async function search(text: string, order: 'newest' | 'best' = 'newest', limit = 50): Promise<Hits> {
  return core.ask('note.search', { text, order, limit });
}

async function found(text: string): Promise<readonly string[]> {
  return (await search(text)).hits.map(({ parts }) => parts.map((part) => part.text).join(''));
}

async function onStore<T>(act: (desk: SecondDesk) => T): Promise<T> {
  const desk = await secondDesk(core.dataDir);
  try {
    return act(desk);
  } finally {
    desk.close();
  }
}

function accesses(): Promise<readonly { readonly count: number; readonly reason: string | null }[]> {
  return onStore(({ store }) =>
    store.db
      .prepare<[], { count: number; reason: string | null }>(
        `SELECT count, reason FROM access_log WHERE act = 'searched' ORDER BY id`,
      )
      .all(),
  );
}

describe('a search in the notes of one’s own open files', () => {
  it('finds words whatever their accents and capitals, the last one from its beginning, and marks them', async () => {
    const { hits, total, isMore } = await search('PREFERE mat');
    expect({ total, isMore }).toEqual({ total: 1, isMore: false });
    const [hit] = hits;
    expect(hits).toEqual([
      {
        ...{ noteId: hit?.noteId, caseId, first: 'Nadia', last: 'Ferrand', day: '2026-09-01' },
        template: 'follow-up',
        parts: [
          { text: 'Préfère', isMatch: true },
          { text: ' les ', isMatch: false },
          { text: 'matinées', isMatch: true },
          { text: ', peut commencer tout de suite.', isMatch: false },
        ],
      },
    ]);
    expect(await found('mat prefere')).toEqual([]);
  });

  it('finds words between quotes where they follow each other', async () => {
    expect(await found('« tout de suite »')).toHaveLength(1);
    expect(await found('"suite tout"')).toEqual([]);
  });

  it('gives the newest first, or those that say it best', async () => {
    const other = await core.aCaseFile({ first: 'Paul', last: 'Durand' });
    await write(other, 'Le jardinage, le jardinage et encore le jardinage.');
    await write(other, `Quelques mots sur le jardinage. ${'Puis tout autre chose, longuement. '.repeat(10)}`);
    expect((await found('jardinage'))[0]).toMatch(/^Quelques/);
    const best = await search('jardinage', 'best');
    expect(best.hits[0]?.parts[0]?.text).toBe('Le ');
    expect((await search('jardinage', 'newest', 1)).hits).toHaveLength(1);
    expect((await search('jardinage', 'newest', 1)).total).toBe(2);
  });

  it('gives the notes of the newest day first, whenever they were written', async () => {
    const older = { ...aNote('La poterie, plus tôt.'), on: '2026-08-20' };
    await write(caseId, 'La poterie, cette semaine.');
    await core.ask('note.validate', { commandId: core.newId(), caseId, body: older, baseVersion: null });
    expect(await found('poterie')).toEqual(['La poterie, cette semaine.', 'La poterie, plus tôt.']);
  });

  it('finds nothing under two letters, nor by the words of a query language', async () => {
    for (const text of ['', 'é', '*', 'personSays', 'boulangerie NOT lundi'])
      expect(await found(text), text).toEqual([]);
  });

  it('is refused when the guard finds something in its words, and nothing is then written down', async () => {
    const before = await accesses();
    for (const [text, families] of [
      ['dépressive', ['health']],
      ['DEPRESSIVE', ['health']],
      ['mari en prison', ['offences', 'family-judgement']],
      ['boulangerie "prison" syndicaliste', ['union', 'offences']],
      // Words found in any order and anywhere: what makes them harmless in a sentence does not here.
      ['papiers sans', ['origin']],
      ['sans, papiers', ['origin']],
      ['emploi handicap', ['health']],
      ['assurance maladie', ['health']],
      ['surveillant de prison', ['offences']],
    ] as const) {
      const refusal = await core.refusal('note.search', { text, order: 'newest', limit: 10 });
      expect(refusal, text).toMatchObject({ code: 'SEARCH_REFUSED', details: { families } });
    }
    expect(await accesses()).toEqual(before);
  });

  it('does not find a guarded word by its beginning', async () => {
    await write(caseId, 'Semble dépressive depuis lundi.');
    await write(caseId, 'Est sans papiers.');
    for (const begun of ['dép', 'dépr', 'depress', 'sans pap']) expect(await found(begun), begun).toEqual([]);
    expect(await found('est pap')).toEqual(['Est sans papiers.']);
    expect(await found('semble depuis lundi')).toHaveLength(1);
  });

  it('is written down with how many notes were found, and never with its words', async () => {
    const before = (await accesses()).length;
    await search('boulangerie');
    await search('introuvable');
    await search('b');
    expect((await accesses()).slice(before)).toEqual([
      { count: 1, reason: null },
      { count: 0, reason: null },
    ]);
  });

  it('does not find a note that another one corrects', async () => {
    const wrong = await write(caseId, 'Habite à Thionville.');
    await write(caseId, 'Habite à Hayange.', wrong);
    expect(await found('Thionville')).toEqual([]);
    expect(await found('Hayange')).toHaveLength(1);
  });

  it('finds nothing of what was set aside, nor of its reasons', async () => {
    const list = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;
    const asked = { caseId, ...list, sections: [], sizes: [] };
    const { page } = await core.ask('suggestion.forCase', { ...asked, offset: 0, limit: 10 });
    const [row] = page.rows;
    if (row === undefined) throw new Error('The list is empty.');
    await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item: { kind: 'establishment', siret: row.siret } },
      ...{ outcome: 'set-aside', reasons: ['too-far'], words: 'carrefour dangereux à vélo' },
      ...{ list: { ...list, sections: [], sizes: [] }, baseRevision: 0 },
    });
    const { body } = await core.ask('note.draft', { caseId });
    await core.ask('note.validate', {
      ...{ commandId: core.newId(), caseId, baseVersion: null },
      body: { ...body, sections: { ...body.sections, personSays: 'Une note après un refus.' } },
    });
    expect(await found('note après un refus')).toHaveLength(1);
    for (const text of ['carrefour', 'dangereux vélo', row.name]) expect(await found(text), text).toEqual([]);
  });
});

describe('whose notes are never found', () => {
  it('those of other advisors', async () => {
    await core.unlockAs(1);
    expect(await found('boulangerie')).toEqual([]);
    const theirs = await core.aCaseFile({ first: 'Idir', last: 'Kaci' });
    await write(theirs, 'Une menuiserie de Marly.');
    expect(await found('menuiserie')).toHaveLength(1);
    await core.unlockAs(0);
    expect(await found('menuiserie')).toEqual([]);
  });

  it('those of files that are closed; once erased, their words are nowhere in the index', async () => {
    const ended = await core.aCaseFile({ first: 'Rose', last: 'Petit' });
    await write(ended, 'Xylophoniste, joue du vibraphone.');
    expect(await found('xylophoniste')).toHaveLength(1);
    const close = { on: '2026-09-01', reason: 'project-reached', outcome: 'lasting-job' } as const;
    const { revision } = await core.ask('caseFile.get', { caseId: ended });
    const closed = await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId: ended, ...close, baseRevision: revision },
    });
    expect(await found('xylophoniste')).toEqual([]);
    expect(await vocabulary('xylo%')).toEqual(['xylophoniste']);
    await core.ask('caseFile.erase', {
      ...{ commandId: core.newId(), caseId: ended, why: 'person-request', baseRevision: closed.revision },
    });
    expect(await vocabulary('xylo%')).toEqual([]);
    expect(await vocabulary('vibra%')).toEqual([]);
    expect(await vocabulary('boulang%')).toEqual(['boulangerie']);
    expect(await indexBytes(), 'the pages of the index').not.toMatch(/xylo|vibra/);
  });
});

describe('the index of the words of notes', () => {
  it('answers the same once everything was made anew from the log', async () => {
    const before = await Promise.all(['matinées', 'boulangerie', 'jardinage'].map((text) => search(text)));
    await onStore(({ store }) => {
      const held = projectionsOf(store.db);
      store.log.rebuild();
      expect(projectionsOf(store.db)).toEqual(held);
      expect(store.db.prepare('SELECT count(*) FROM searched_note').pluck().get()).toBe(
        store.db.prepare('SELECT count(*) FROM note').pluck().get(),
      );
    });
    expect(await Promise.all(['matinées', 'boulangerie', 'jardinage'].map((text) => search(text)))).toEqual(before);
  });

  it('takes the notes of a store of before there was one', async () => {
    const before = await search('matinées');
    core.close();
    await onStore(({ store }) => {
      backTo(store.db, 40);
      expect(() => store.db.prepare('SELECT 1 FROM note_words').get()).toThrow(/no such table/);
    });
    const again = withPeople(aCore(core.dataDir));
    await again.prepare();
    await again.unlockAs(0);
    core = { ...again, cleanup: core.cleanup };
    expect(before.total).toBe(1);
    expect(await search('matinées')).toEqual(before);
  });

  it('holds each note once, whatever is written over it', async () => {
    await onStore(({ store }) => {
      const counts = () =>
        [
          'SELECT count(*) FROM searched_note',
          `SELECT count(*) FROM note_words WHERE note_words MATCH 'boulangerie'`,
        ].map((sql) => store.db.prepare(sql).pluck().get());
      const before = counts();
      store.db.exec('INSERT OR REPLACE INTO note SELECT * FROM note');
      expect(counts()).toEqual(before);
    });
    expect(await found('boulangerie')).toHaveLength(1);
  });
});

function vocabulary(like: string): Promise<readonly string[]> {
  return onStore(({ store }) => {
    store.db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, note_words, row)`);
    return store.db.prepare<[string], string>('SELECT term FROM temp.words WHERE term LIKE ?').pluck().all(like);
  });
}

function indexBytes(): Promise<string> {
  return onStore(({ store }) =>
    store.db
      .prepare<[], Buffer>('SELECT block FROM note_words_data')
      .pluck()
      .all()
      .map((block) => block.toString('latin1'))
      .join('\n'),
  );
}
