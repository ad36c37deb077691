import { expect, test } from 'vitest';
import { typeset, typesetLabel } from '../../../src/renderer/platform/typeset.ts';

test('the apostrophes of a label are those of print; a quote that is none stays', () => {
  expect(typesetLabel("Conduite d'engins d'élevage")).toBe('Conduite d’engins d’élevage');
  expect(typesetLabel("Poste '12' en 2'x8")).toBe("Poste '12' en 2'x8");
});

test('labels are typeset wherever they stand in an answer, and what somebody typed is not', () => {
  const words = "l'atelier";
  const answer = {
    ...{ title: words, text: words, first: words, nothing: null, count: 3, isOff: true },
    rows: [{ sectorLabel: words, name: words, project: { occupation: { rome: 'A1101', label: words, title: words } } }],
  };
  const set = 'l’atelier';
  expect(typeset(answer)).toEqual({
    ...{ title: set, text: words, first: words, nothing: null, count: 3, isOff: true },
    rows: [{ sectorLabel: set, name: words, project: { occupation: { rome: 'A1101', label: set, title: set } } }],
  });
  for (const plain of [null, undefined, 7, words, []]) expect(typeset(plain)).toEqual(plain);
});
