import fc from 'fast-check';

/** What texts trip over: marks, ligatures, pairs and halves of them, what is not seen, what other alphabets hold. */
const ODD = [
  ...[
    'a',
    'E',
    'é',
    'È',
    'e\u0301',
    'œ',
    'Æ',
    'ß',
    'ı',
    'İ',
    'ﬁ',
    '½',
    '٣',
    'ж',
    '字',
    '🙂',
    '\ud83d',
    '\u0301',
    '\u00ad',
  ],
  ...[
    '\u200b',
    '\u00a0',
    '\u202f',
    ' ',
    '\n',
    '\t',
    '\u0000',
    '’',
    "'",
    '-',
    '"',
    '«',
    '»',
    '*',
    '(',
    '.',
    '…',
    '7',
    '_',
  ],
] as const;

export const oddText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...ODD), { maxLength }).map((all) => all.join(''));
