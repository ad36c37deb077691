import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECTIONS } from '../../../src/main/case-file/cases.use-cases.ts';
import { openCaseStore, type CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import { ERASED } from '../../../src/shared/domain/operation/operation.ts';
import { drawFrom, type Draw } from '../../../src/shared/kernel/draw.ts';
import { idMaker } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const STORES = 4;
const FILES = 60;
const OPERATIONS = 600;
const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Says of each word which file it is of, whatever is around it. */
const MARK = /file<(\d+)>/g;

/** Something of one file, said in words as long as drawn: a page is 4,096 bytes. */
function saySomething(store: CaseStore, newId: () => string, file: { id: string; mark: string }, draw: Draw): void {
  const text = `${file.mark} `.repeat(draw.pick([1, 1, 3, 40, 400]));
  const of = { opId: newId(), actorId: 'camille', caseId: file.id, baseRevision: null };
  const fact = { field: draw.pick(['address', 'proudOf', 'bestHours']), saidBy: 'person', saidOn: '2026-09-01' };
  const added = (entity: string, kind: string, payload: object) =>
    store.log.commit({ ...of, entity, entityId: of.opId, kind: `${entity}.${kind}`, payload });
  const day = { on: '2026-09-01', modality: 'on-site', links: [], corrects: null, actorName: 'Camille' };
  const contact = { on: '2026-09-01', channel: 'email', initiatedBy: 'us', isExchange: true };
  draw.pick([
    () =>
      store.log.commit({
        ...{ ...of, entity: 'caseFile', entityId: file.id, kind: 'caseFile.setField' },
        payload: { ...fact, value: text },
      }),
    () => added('note', 'validate', { ...day, sections: { ...EMPTY_SECTIONS, personSays: text } }),
    () => added('contact', 'record', { ...contact, line: text }),
    () => added('action', 'add', { owner: 'advisor', text, dueOn: null }),
    () => added('ownEmployer', 'add', { name: text, communeName: 'Metz', approach: '', actorName: 'Camille' }),
  ])();
}

/** The files of which a word is somewhere in the store, unused pages and ends of pages included. */
function filesIn({ db }: CaseStore): ReadonlySet<string> {
  return new Set([...db.serialize().toString('latin1').matchAll(MARK)].map(([, number]) => number ?? ''));
}

describe('what was erased', () => {
  it(
    `is in no byte of the store, whatever was written around it (${STORES} stores of ${FILES} files)`,
    { timeout: 120_000 },
    () => {
      console.log(`erased bytes: VAV_SEED=${seed}`);
      const folder = tempFolder('erased-bytes');
      onTestFinished(() => folder.cleanup());
      let stores = 0;
      const play = (drawn: number): void => {
        stores += 1;
        mkdirSync(`${folder.path}/${stores}`);
        const [draw, newId] = [drawFrom(drawn), idMaker(drawn)];
        let time = 1_000_000;
        const clock = { now: () => (time += 7) };
        const options = { projections: PROJECTIONS, clock };
        const store = openCaseStore(`${folder.path}/${stores}`, Buffer.alloc(32, 5), true, options);
        store.db.pragma('synchronous = OFF');
        const files = Array.from({ length: FILES }, (_, index) => ({ id: newId(), mark: `file<${index}>` }));
        for (const { id, mark } of files) {
          const name = { field: 'name', value: { first: mark, last: '' }, saidBy: 'person', saidOn: '2026-09-01' };
          store.log.commit({
            ...{ opId: newId(), actorId: 'camille', caseId: id, entity: 'caseFile', entityId: id, baseRevision: 0 },
            ...{ kind: 'caseFile.create', payload: { advisorId: 'camille', fields: [name] } },
          });
        }
        const left = new Set(files);
        for (let turn = 0; turn < OPERATIONS; turn += 1) {
          const file = draw.pick([...left]);
          if (!draw.percent(4) || left.size < 5) saySomething(store, newId, file, draw);
          else {
            left.delete(file);
            const of = { opId: newId(), actorId: 'camille', caseId: file.id, entity: 'caseFile', entityId: file.id };
            const why = { kind: ERASED, baseRevision: null, payload: { why: 'term' } };
            store.log.erase({ ...of, ...why }, 'all', () => undefined);
          }
        }
        store.log.sweep();
        const expected = new Set([...left].map(({ mark }) => mark.slice(5, -1)));
        expect(filesIn(store)).toEqual(expected);
        const made = projectionsOf(store.db);
        store.log.rebuild();
        expect(projectionsOf(store.db)).toEqual(made);
        expect(filesIn(store), 'rebuilt').toEqual(expected);
        store.close();
      };
      fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 30 }), play), { seed, numRuns: STORES });
    },
  );
});
