/** What the note guard sees of labelled sentences, and how long it takes: `npm run bench -- guard`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkText } from '../../src/shared/domain/guard/guard.rules.ts';
import { compileLexicon } from '../../src/shared/domain/guard/lexicon.rules.ts';
import { lexiconFileSchema } from '../../src/shared/domain/guard/lexicon.schema.ts';
import { markedOf, sentencesOf, type SentenceSet } from '../support/guard-sentences.ts';
import { RESOURCES } from '../support/project.ts';
import { milliseconds, percentile, printTable } from './report.ts';

const CHARACTERS = 2_000;
const RUNS = 200;
const SETS: readonly SentenceSet[] = ['tuned', 'held-out', 'later'];

export function benchGuard(): void {
  const text = readFileSync(join(RESOURCES, 'lexicons', 'note-guard.fr.json'), 'utf8');
  const file = lexiconFileSchema.parse(JSON.parse(text));
  const compiled = milliseconds(() => compileLexicon(file));
  const lexicon = compileLexicon(file);
  const read = SETS.map((set) => ({ set, marked: markedOf(set, lexicon) }));
  printTable(
    'The note guard on labelled sentences',
    read.map(({ set, marked: { slips, clean, missed, elsewhere, wrong } }) => ({
      sentences: set,
      slips,
      'seen %': percent(slips - missed.length, slips),
      'in their family %': percent(slips - missed.length - elsewhere.length, slips),
      clean,
      'false alarms': wrong.length,
    })),
  );
  for (const { set, marked } of read) {
    for (const kind of ['missed', 'elsewhere', 'wrong'] as const) {
      for (const sentence of marked[kind]) process.stdout.write(`${set}, ${kind}: ${sentence}\n`);
    }
  }
  const notes = sentencesOf('held-out').map((sentence) => sentence.text);
  const times = Array.from({ length: RUNS }, (_, run) => {
    const note = [...notes.slice(run % notes.length), ...notes].join(' ').slice(0, CHARACTERS);
    return milliseconds(() => checkText(note, lexicon));
  });
  printTable(`Reading ${CHARACTERS.toLocaleString('en')} characters, half of the sentences with a slip`, [
    {
      terms: file.groups.reduce((sum, { terms }) => sum + terms.length, 0),
      'lexicon ready in ms': Math.round(compiled * 10) / 10,
      'p50 ms': percentile(times, 50),
      'p95 ms': percentile(times, 95),
      'most ms': percentile(times, 100),
    },
  ]);
}

function percent(part: number, whole: number): string {
  return ((part / whole) * 100).toFixed(1);
}
