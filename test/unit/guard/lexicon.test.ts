import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUARD_FAMILIES } from '../../../src/shared/domain/guard/guard.ts';
import { checkText } from '../../../src/shared/domain/guard/guard.rules.ts';
import { compileLexicon } from '../../../src/shared/domain/guard/lexicon.rules.ts';
import words from '../../../src/renderer/i18n/fr.json' with { type: 'json' };
import { NEVER_SAID } from '../../support/never-said.ts';
import { lacksSharedData, RESOURCES, SHARED } from '../../support/project.ts';
import { lexicon, lexiconFile } from './lexicon.ts';

const terms = lexiconFile.groups.flatMap((group) => group.terms.map((term) => ({ term, ...group })));
const wordings = Object.values(lexiconFile.wordings).flatMap(({ noun, verb }) => [noun, verb]);

const flagged = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => checkText(text, lexicon).length > 0);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the lexicon of the note guard', () => {
  test('has at least 400 terms, each once, in every family', () => {
    expect(terms.length).toBeGreaterThanOrEqual(400);
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
    for (const family of GUARD_FAMILIES) {
      expect(terms.filter((each) => each.family === family).length, family).toBeGreaterThanOrEqual(40);
    }
  });

  test('offers wordings that hold no figure, nothing to read again, and no word that is never said', () => {
    const never = [...NEVER_SAID, 'frein', 'barrière', 'absent', 'brouillon', 'éligible', 'conflit'];
    for (const wording of wordings) {
      expect(wording).not.toMatch(/\d/);
      expect(checkText(wording, lexicon), wording).toEqual([]);
      expect(never.filter((word) => wording.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }
  });

  test('uses every wording it holds', () => {
    expect(Object.keys(lexiconFile.wordings).filter((key) => !terms.some(({ wording }) => wording === key))).toEqual(
      [],
    );
  });

  test(
    'marks nothing in what the demonstration says, but for the slips it holds on purpose',
    { timeout: 60_000 },
    () => {
      const stock = ['notes', 'actions', 'contacts', 'facts', 'places'].map((name) => `stock/${name}.json`);
      const lives = ['others-1.json', 'others-2.json', 'situations-1.json', 'situations-2.json'];
      for (const name of [...stock, ...lives]) {
        const { drafts: _, ...said } = JSON.parse(
          readFileSync(join(RESOURCES, 'demo', 'people', name), 'utf8'),
        ) as Readonly<Record<string, unknown>>;
        expect(flagged(textsIn(said)), name).toEqual([]);
      }
    },
  );

  test('sees each slip of the five drafts of the demonstration', () => {
    const { drafts } = JSON.parse(readFileSync(join(RESOURCES, 'demo/people/stock/notes.json'), 'utf8')) as {
      readonly drafts: readonly {
        readonly sections: Readonly<Record<string, string>>;
        readonly slips: readonly string[];
      }[];
    };
    expect(drafts).toHaveLength(5);
    for (const { sections, slips } of drafts) {
      // "{Mère isolée|Père isolé}": what is drawn for a woman.
      const texts = Object.values(sections).map((text) => text.replaceAll(/\{([^|}]*)\|[^}]*\}/g, '$1'));
      const found = texts
        .flatMap((text) => checkText(text, lexicon).map(({ start, end }) => text.slice(start, end)))
        .join(' ');
      for (const slip of slips) expect(found, slip).toContain(slip);
    }
  });

  test('finds each of its terms in a text that is made of it', { timeout: 60_000 }, () => {
    const alone = compileLexicon({ ...lexiconFile, falseFriends: [], work: [] });
    const lost = terms.filter(
      ({ term, family }) => !checkText(exampleOf(term), alone).some((finding) => finding.family === family),
    );
    expect(lost.map(({ term }) => term)).toEqual([]);
  });

  test('says why as the screens do', () => {
    const { families, numbers } = words.guard;
    expect(lexiconFile.whys).toEqual({ ...families, ...numbers });
  });

  test.skipIf(lacksSharedData)('marks no name of an occupation and no sector', { timeout: 60_000 }, () => {
    const quoted = (file: string, column: number): readonly string[] =>
      readFileSync(join(SHARED, 'data', file), 'utf8')
        .split('\n')
        .slice(1)
        // A quote in a name is written twice in the file.
        .map((line) => (line.split('","')[column] ?? '').replaceAll("''", '’'));
    const occupations = quoted('rome/unix_referentiel_appellation_v347_utf8.csv', 1);
    expect(occupations.length).toBeGreaterThan(10_000);
    expect(flagged(occupations)).toEqual([]);
    const sectors = readFileSync(join(SHARED, 'data/employers/naf_labels.csv'), 'utf8').split('\n').slice(1);
    expect(sectors.length).toBeGreaterThan(500);
    expect(flagged(sectors)).toEqual([]);
  });
});

/** The shortest text that a term finds. */
function exampleOf(term: string): string {
  return term
    .split(' ')
    .flatMap((part) => {
      if (part === '…') return [];
      if (part === '_') return ['chose'];
      const set = /^\{(.+)\}$/.exec(part)?.[1];
      return [set === undefined ? part.replaceAll(/[=+*]/g, '') : exampleOf(lexiconFile.sets[set]?.[0] ?? '')];
    })
    .join(' ');
}
