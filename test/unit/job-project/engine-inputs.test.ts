import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CaseFileUseCases } from '../../../src/main/case-file/case-file.use-cases.ts';
import type { CaseSuggestions } from '../../../src/main/suggestion/case-suggestions.use-cases.ts';
import { jobProjectOf } from '../../../src/shared/domain/case-file/case-file.rules.ts';
import { FIELD_NAMES, type Facts } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { jobProjectSchema, type JobProject } from '../../../src/shared/domain/job-project/job-project.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { PROJECT } from '../../support/project.ts';
import { PERSONAL_FIELDS, PROJECT_FIELDS, randomValue } from '../../support/random-facts.ts';

const SUGGESTION = join(PROJECT, 'src/main/suggestion');
const CASE_LIST = join(SUGGESTION, 'case-list.use-cases.ts');

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

function nodesOf<T extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is T): readonly T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** What is read of an object by its name, `files.searchOf` for example. */
function readOf(root: ts.Node, name: string): readonly string[] {
  return nodesOf(root, ts.isPropertyAccessExpression)
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === name)
    .map((access) => access.name.text);
}

function importedBy(file: string): readonly string[] {
  return nodesOf(parsed(file), ts.isImportDeclaration).map(({ moduleSpecifier }) =>
    ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '',
  );
}

const factsWith = (seed: number): Facts => {
  const draw = drawFrom(seed);
  const said = { saidBy: 'person', saidOn: '2026-09-01', actorId: '', at: 0, revision: 1 } as const;
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, { ...said, value: randomValue(field, draw) }]));
};

/** Rule R5, by the types and by the text: the tests of the calls show it on a thousand files. */
describe('what the engine is given of a person', () => {
  it('is a job project, a radius and whether anything is computed at all', () => {
    expectTypeOf<ReturnType<CaseFileUseCases['searchOf']>>().toEqualTypeOf<{
      readonly project: JobProject;
      readonly radiusKm: number;
      readonly isComputingOff: boolean;
    }>();
    expectTypeOf<keyof JobProject>().toEqualTypeOf<'occupation' | 'place' | 'reach' | 'travel'>();
  });

  it('is, in each question, codes, filters, an order and numbers of establishments', () => {
    type Asked = Parameters<CaseSuggestions['suggestedPage' | 'snapshotOf' | 'explain' | 'listedPage']>;
    expectTypeOf<keyof Asked[0]>().toEqualTypeOf<
      'romes' | 'communeCode' | 'radiusKm' | 'departements' | 'group' | 'sections' | 'sizes' | 'hasContact'
    >();
    expectTypeOf<Asked[1]>().toEqualTypeOf<{ readonly setAside: readonly string[] }>();
    type Parts = keyof Parameters<CaseSuggestions['suggestedPage']>[0];
    expectTypeOf<Parts>().toEqualTypeOf<keyof Asked[0] | 'weights' | 'order' | 'seed' | 'offset' | 'limit'>();
  });

  it('has in a job project nothing but the four facts of the first one', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const facts = factsWith(seed);
      const project = jobProjectOf(facts);
      expect(jobProjectSchema.parse(project)).toEqual(project);
      const alone = Object.fromEntries(PROJECT_FIELDS.map((field) => [field, facts[field]])) as Facts;
      expect(jobProjectOf(alone)).toEqual(project);
      const without = Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, facts[field]])) as Facts;
      expect(jobProjectOf(without)).toEqual({ occupation: null, place: null, reach: null, travel: [] });
    }
  });

  it('is read where the lists are made through one door: searchOf', () => {
    const source = parsed(CASE_LIST);
    expect(new Set(readOf(source, 'files'))).toEqual(new Set(['searchOf']));
    expect(new Set(readOf(source, 'desk'))).toEqual(new Set(['clock', 'timeZone']));
    expect(new Set(readOf(source, 'decisions'))).toEqual(
      new Set(['setAside', 'standings', 'keptEmployers', 'retainedFor']),
    );
    expect(new Set(readOf(source, 'search'))).toEqual(
      new Set(['project', 'radiusKm', 'isComputingOff'].filter((name) => readOf(source, 'search').includes(name))),
    );
    expect(new Set(readOf(source, 'project'))).toEqual(new Set(['occupation', 'place']));
    // Everything the file has besides: nothing is taken from it whole, nor by a computed name.
    const taken = nodesOf(source, ts.isIdentifier).filter(({ text, parent }) => {
      const isDeclared = ts.isBindingElement(parent) || ts.isPropertySignature(parent);
      return text === 'files' && !isDeclared && !ts.isPropertyAccessExpression(parent);
    });
    expect(taken.map(({ parent }) => parent.getText())).toEqual([]);
  });

  it('is nothing else anywhere in the module of suggestions: it imports no fact of a case file', () => {
    const files = readdirSync(SUGGESTION).map((name) => join(SUGGESTION, name));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const about = importedBy(file).filter((name) =>
        /case-file|job-project|note|contact|action|appointment/.test(name),
      );
      expect(about, file).toEqual(file === CASE_LIST ? ['../case-file/case-file.use-cases.ts'] : []);
    }
  });
});
