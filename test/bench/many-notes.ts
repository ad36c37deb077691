/** A workspace with a hundred thousand notes of one advisor, in words as many as years of work use. */
import fs from 'node:fs';
import path from 'node:path';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { drawFrom, type Draw } from '../../src/shared/kernel/draw.ts';
import { localDateAt } from '../../src/shared/kernel/local-date.ts';
import { ACCOUNTS, idMaker } from '../support/people.ts';
import { RESOURCES } from '../support/project.ts';
import { randomValue } from '../support/random-facts.ts';
import { secondDesk, type SecondDesk } from '../support/second-desk.ts';
import { emptySpace } from './many-files.ts';

const ZONE = 'Europe/Paris';
const DAY = 86_400_000;
/** Written at once: beyond, a transaction is kept in memory as a whole. */
const IN_ONE_GO = 500;

/** Stands in one note of a thousand, and in ten of all. */
export const UNCOMMON = 'ferronnerie';
export const RARE = 'vitrailliste';

export interface ManyNotes {
  readonly notes: number;
  /** Bytes of the store, its log merged. */
  readonly bytes: number;
  readonly writtenIn: number;
  /** Words of the notes, those that stand in most of them first. */
  readonly words: readonly string[];
}

export async function manyNotes(
  dataDir: string,
  { files, notesEach, now }: { readonly files: number; readonly notesEach: number; readonly now: number },
): Promise<ManyNotes> {
  const folder = await emptySpace(dataDir, now);
  const desk = await secondDesk(dataDir, { timeZone: ZONE, now });
  const newId = idMaker(21, now);
  const caseIds = Array.from({ length: files }, newId);
  const { open, write } = noteWriter(desk, newId, now);
  const start = performance.now();
  inSlices(desk, caseIds, open);
  // Day after day, as they are written.
  for (let round = 0; round < notesEach; round += 1) {
    inSlices(desk, caseIds, (caseId) => write(caseId, 700 - round * Math.floor(699 / notesEach)));
  }
  const writtenIn = performance.now() - start;
  desk.store.db.pragma('wal_checkpoint(TRUNCATE)');
  const notes = Number(desk.store.db.prepare('SELECT count(*) FROM note').pluck().get());
  desk.store.db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, note_words, row)');
  const words = desk.store.db
    .prepare<[], string>('SELECT term FROM temp.words WHERE length(term) > 3 ORDER BY doc DESC LIMIT 4000')
    .pluck()
    .all();
  desk.close();
  return { notes, bytes: fs.statSync(path.join(folder, 'cases.sqlite')).size, writtenIn, words };
}

function noteWriter(desk: SecondDesk, newId: () => string, now: number) {
  const { cases, clock, release } = desk;
  const sentences = stockSentences();
  const titles = release.db.prepare<[], string>('SELECT title FROM occupation_title ORDER BY title').pluck().all();
  const communes = release.db.prepare<[], string>('SELECT name FROM commune ORDER BY name').pluck().all();
  const aNote = (draw: Draw, index: number): string => {
    const said = [draw.pick(sentences), draw.pick(sentences), draw.pick(sentences), draw.pick(sentences)];
    said.push(`Vise ${draw.pick(titles)} vers ${draw.pick(communes)}.`);
    if (index % 1_000 === 7) said.push(`Un essai en ${UNCOMMON}.`);
    if (index % 10_000 === 7) said.push(`A connu un ${RARE}.`);
    return said.join(' ');
  };
  let written = 0;
  const draw = drawFrom(1);
  return {
    open(caseId: string): void {
      clock.time = now - 701 * DAY;
      const { first, last } = randomValue('name', draw) as { readonly first: string; readonly last: string };
      cases.files.create({ commandId: newId(), caseId, first, last, phone: '', supportMode: 'standard' });
    },
    write(caseId: string, daysAgo: number): void {
      clock.time = now - daysAgo * DAY;
      const sections = { ...EMPTY_SECTIONS, personSays: aNote(draw, written) };
      const on = localDateAt(clock.time, ZONE);
      const body = { ...BEFORE_TEMPLATES, on, modality: 'on-site' as const, sections, links: [], corrects: null };
      cases.notes.validate({ commandId: newId(), caseId, body, baseVersion: null });
      written += 1;
    },
  };
}

function inSlices(desk: SecondDesk, caseIds: readonly string[], act: (caseId: string) => void): void {
  for (let from = 0; from < caseIds.length; from += IN_ONE_GO) {
    desk.inOneGo(() => caseIds.slice(from, from + IN_ONE_GO).forEach(act));
  }
}

/** What the notes of the demonstration are made of. */
function stockSentences(): readonly string[] {
  const texts = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };
  const { voices, says } = JSON.parse(
    fs.readFileSync(path.join(RESOURCES, 'demo/people/stock/notes.json'), 'utf8'),
  ) as { readonly voices: unknown; readonly says: unknown };
  return [...texts(voices), ...texts(says)].map((text) => text.replaceAll(/\{([^|}]*)(?:\|[^}]*)?\}/g, '$1'));
}

/** Whose notes these are. */
export const [NOTES_ADVISOR] = ACCOUNTS;
