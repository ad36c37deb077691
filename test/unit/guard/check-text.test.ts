import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSearch, checkText, mayBecomeGuarded } from '../../../src/shared/domain/guard/guard.rules.ts';
import { compileLexicon } from '../../../src/shared/domain/guard/lexicon.rules.ts';
import { oddText } from '../../support/odd-text.ts';
import { lexicon, lexiconFile } from './lexicon.ts';

/** What is marked in a text, with what would stand in its place. */
function marked(text: string): readonly (readonly [string, string | null])[] {
  return checkText(text, lexicon).map(({ start, end, suggestion }) => [text.slice(start, end), suggestion]);
}

const words = (text: string): readonly string[] => marked(text).map(([word]) => word);

describe('the words of a text that a note is better without', () => {
  test('are found whatever their accents, capitals and apostrophes', () => {
    for (const text of ['DEPRESSIVE', 'dépressive', 'de\u0301pressive', 'Dépres\u00adsive', 'depressif']) {
      expect(words(text), text).toEqual([text]);
    }
    expect(words('elle sort de l’hôpital')).toEqual(['sort de l’hôpital']);
    expect(words("elle sort de l'hopital")).toEqual(["sort de l'hopital"]);
  });

  test('are the longest that fit: what they are said of goes with them', () => {
    expect(marked('Mari en prison.')).toEqual([['Mari en prison', null]]);
    expect(marked('cancer de la gorge')).toEqual([['cancer de la gorge', null]]);
    expect(marked('Elle est un peu illettrée, dit-on')).toEqual([
      ['est un peu illettrée', 'a le français écrit à voir ensemble'],
    ]);
  });

  test('scene 8: each slip is seen, and none of the wordings invents a fact or a figure', () => {
    expect(marked('dépressive, mari en prison')).toEqual([
      ['dépressive', null],
      ['mari en prison', null],
    ]);
  });

  test('of an illness have no other wording: any would say what work must be like, which nobody said', () => {
    for (const text of ['dépressive', 'cancer', 'souffre du dos', 'antidépresseurs', 'boit trop']) {
      expect(marked(text), text).toEqual([[text, null]]);
    }
  });

  test('of a family, a sentence or an accent have none either: organisation, availability or French would be made up', () => {
    for (const text of ['mari en prison', 'divorcée', 'enceinte', 'sort de prison', 'fort accent', 'angoissée']) {
      expect(marked(text), text).toEqual([[text, null]]);
    }
  });

  test('are replaced by questions, or by what is to be looked at, never by an answer', () => {
    for (const { noun, verb } of Object.values(lexiconFile.wordings)) {
      expect([noun, verb].join(), noun).toMatch(/à (?:voir|vérifier|choisir) ensemble,|à vérifier,/);
    }
  });

  test('are found under a negation too, with no other wording: any would say the contrary', () => {
    for (const text of [
      'pas dépressif',
      'Elle n’est pas dépressive',
      'sans problème de santé',
      'ne boit trop jamais',
    ]) {
      expect(marked(text), text).toEqual([[expect.any(String), null]]);
    }
    expect(marked('Aucun problème de santé.')).toEqual([['problème de santé', null]]);
    expect(marked('Pas venu, dépressif')).toEqual([['dépressif', null]]);
  });

  test('are not those of trades, employers and places that look like them', () => {
    for (const text of [
      ...[
        'infirmier de nuit',
        'infirmières',
        'à l’infirmerie',
        'arrêt de bus',
        'agent de santé',
        'aide à la personne',
        'poste à l’hôpital',
        'Le magasin traverse une dépression économique',
        'dépression barométrique',
      ],
      ...['cellule de recrutement', 'surveillant de prison', 'stage en maison d’arrêt', 'CAP en psychiatrie'],
      ...['boucherie halal', 'syndicat mixte', 'Marie a rappelé', 'la marie est là', 'jeune et actif', 'pose de cônes'],
    ]) {
      expect(words(text), text).toEqual([]);
    }
  });

  test('are found beside those trades: a word that only begins alike excuses nothing', () => {
    expect(words('infirmité du genou')).toEqual(['infirmité']);
    expect(words('Elle est infirme')).toEqual(['infirme']);
  });

  test('ask for their accents where these make another word', () => {
    expect(words('il est marié')).toEqual(['est marié']);
    expect(words('c’est Marie')).toEqual([]);
    expect(words('fait le jeûne')).toEqual(['jeûne']);
  });

  test('a full stop, a comma or the end of a line ends what is said', () => {
    expect(words('Sort de\nprison')).toEqual(['prison']);
    expect(words('Problèmes réglés. De santé, rien à dire')).toEqual([]);
  });

  test('stand inside the text, in order, apart; asked twice, the answer is the same', () => {
    const pieces = fc.constantFrom(
      ...[
        'dépressive',
        'mari',
        'en',
        'prison',
        'est',
        'pas',
        'sans',
        '.',
        ',',
        '\n',
        '🙂',
        'É',
        'trois',
        'enfants',
        '’',
      ],
      ...[
        'ment',
        'poste',
        'de',
        'surveillant',
        'alcool',
        'sa',
        'sort',
        'hôpital',
        '…',
        '(',
        'e\u0301',
        'profil difficile',
      ],
    );
    const text = fc.oneof(
      oddText(60),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const findings = checkText(written, lexicon);
        expect(checkText(written, lexicon)).toEqual(findings);
        let last = 0;
        for (const { start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
          last = end;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a text without any of the stems has none', () => {
    const harmless = fc.constantFrom(
      'le',
      'matin',
      'rappeler',
      'boulangerie',
      'Metz',
      '12',
      'lettre',
      ',',
      '.',
      'trajet',
    );
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 60 }), (all) => {
        expect(checkText(all.join(' '), lexicon)).toEqual([]);
      }),
    );
  });

  test('what was replaced by its wording is not marked again', () => {
    for (const text of ['En arrêt maladie.', 'ramadan', 'Sans papiers', 'Permis suspendu', 'pas motivée']) {
      const [finding] = checkText(text, lexicon);
      if (finding === undefined || finding.suggestion === null) throw new Error(`"${text}" has no other wording.`);
      const replaced = text.slice(0, finding.start) + finding.suggestion + text.slice(finding.end);
      expect(checkText(replaced, lexicon), replaced).toEqual([]);
    }
  });

  test('takes less than 50 ms for 2,000 characters', () => {
    const text = 'Elle est dépressive, mari en prison. Peut commencer tout de suite, préfère le matin. '.repeat(24);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      checkText(text.slice(0, 2000), lexicon);
      return performance.now() - start;
    });
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(50);
  });
});

describe('a search', () => {
  test('is refused for words that find a term in any order, whatever makes them harmless in a sentence', () => {
    for (const [text, families] of [
      ['papiers sans', ['origin']],
      ['sans, papiers', ['origin']],
      ['assurance maladie', ['health']],
      ['éducateur auprès d’handicapés', ['health']],
      ['prison syndicaliste', ['union', 'offences']],
    ] as const) {
      expect(checkSearch(text, lexicon), text).toEqual(families);
    }
  });

  test('is not refused for a trade, nor for words that make no term together', () => {
    for (const text of [
      'infirmière',
      'aide-soignante',
      'garde d’enfants',
      'papiers',
      'sans voiture',
      'rappelle lundi',
    ]) {
      expect(checkSearch(text, lexicon), text).toEqual([]);
    }
  });

  test('is not made of the beginning of a word that, with the others, makes a term', () => {
    expect(mayBecomeGuarded('sans pap', lexicon)).toBe(true);
    expect(mayBecomeGuarded('mes pap', lexicon)).toBe(false);
  });
});

describe('a word that is not finished', () => {
  test('is known when it may become one that is marked', () => {
    expect(mayBecomeGuarded('dépr', lexicon)).toBe(true);
    expect(mayBecomeGuarded('boulang', lexicon)).toBe(false);
  });
});

describe('a term of a lexicon', () => {
  const tiny = compileLexicon({
    ...lexiconFile,
    ...{ wordings: {}, leads: [], negations: [], work: [], falseFriends: [] },
    ...{ sets: { colour: ['noir', 'vert tendre'] }, rightAsWritten: ['hironbelles'] },
    groups: [
      {
        ...{ family: 'insult', about: 'a test', wording: null, form: 'noun', isAlsoWork: false },
        terms: [
          'hirondelle+',
          'oie {colour}',
          '{colour} corbeau',
          'chat noir',
          'chien+',
          'souri*',
          'un _ rouge',
          'deux … oiseaux',
        ],
      },
    ],
  });
  test.each([
    ['chat noir', true],
    ['chats noirs', false],
    ['chiennes', false],
    ['chiens', true],
    ['souriceau', true],
    ['un ballon rouge', true],
    ['un gros ballon rouge', false],
    ['hirodelles', true],
    ['hirrondelle', true],
    ['hirondlele', true],
    ['hironbelle', true],
    ['hironbelles', false],
    ['birondelle', false],
    ['hirondelli', false],
    ['oie vert tendre', true],
    ['oie blanche', false],
    ['vert tendre corbeau', true],
    ['deux oiseaux', true],
    ['deux très beaux petits oiseaux', true],
    ['deux très beaux petits gros oiseaux', false],
    ['deux très, beaux oiseaux', false],
  ])('"%s" is found: %s', (text, isFound) => {
    expect(checkText(text, tiny).length === 1).toBe(isFound);
  });
});
