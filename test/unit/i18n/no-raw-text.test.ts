/** Nothing is written in the components themselves: every word is in the message files. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';

const renderer = path.resolve(import.meta.dirname, '../../../src/renderer');
const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'subtitle',
  'emptyText',
]);

function componentFiles(): readonly string[] {
  return fs
    .readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join(renderer, file));
}

/** Letters written between tags, or in an attribute that is read aloud. */
function rawTextsIn(source: string): readonly string[] {
  const file = ts.createSourceFile('component.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (text: string): void => {
    if (/\p{L}/u.test(text)) found.push(text.trim());
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isJsxElement(node.parent)) {
      if (ts.isStringLiteralLike(node.expression)) note(node.expression.text);
    }
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText(file)) && node.initializer !== undefined) {
      if (ts.isStringLiteral(node.initializer)) note(node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the components', () => {
  test('the check finds text between tags and in spoken attributes', () => {
    expect(rawTextsIn('<p>Bonjour</p>')).toEqual(['Bonjour']);
    expect(rawTextsIn("<p>{'Bonjour'}</p>")).toEqual(['Bonjour']);
    expect(rawTextsIn('<button aria-label="Fermer" className="button" />')).toEqual(['Fermer']);
    expect(rawTextsIn("<p>{t('ui.close')}, {' '}›</p>")).toEqual([]);
  });

  test.each(componentFiles())('%s holds no raw text', (file) => {
    expect(rawTextsIn(fs.readFileSync(file, 'utf8'))).toEqual([]);
  });
});
