import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease, type Release } from '../../../src/main/dataset/release.use-cases.ts';
import { referenceUseCases } from '../../../src/main/reference-handlers.ts';
import { NOBODY_LEFT_OUT, type LeftOut } from '../../../src/main/suggestion/suggestion.use-cases.ts';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { importInto } from '../../support/fixture-release.ts';
import { FIXTURE_FOLDER } from '../../support/project.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

/** Three legal units behind one door; then another site of the oldest of them. */
const [OLD, MIDDLE, NEW] = ['40000000100019', '50000000100016', '60000000100013'];
const ELSEWHERE = '40000000100027';
const ROWS = [
  `${OLD};FLO TRADITION SNC;;1071C;12;2;RUE GAMBETTA;57000;57463;6.17312;49.1113;;O`,
  `${MIDDLE};FLO METZ;FLO METZ;1071C;12;2;RUE GAMBETTA;57000;57463;6.17312;49.1113;;O`,
  `${NEW};SOCIETE MESSINE;BOULANGERIE FLO;1071C;12;2;RUE GAMBETTA;57000;57463;6.17312;49.1113;;O`,
  `${ELSEWHERE};FLO TRADITION SNC;;1071C;01;9;RUE DES ALLEMANDS;57000;57463;6.17019;49.12224;;O`,
];
const QUERY: CallInput<'suggestion.employers'> = {
  ...{ romes: ['D1106'], communeCode: '57463', radiusKm: 50, sections: [], sizes: [], seed: '', offset: 0, limit: 100 },
  group: 'private',
  order: 'plain',
};

let root: TempFolder;
let release: Release;
let leftOut: LeftOut = NOBODY_LEFT_OUT;
beforeAll(async () => {
  root = tempFolder('same-door');
  const from = join(root.path, 'files');
  cpSync(FIXTURE_FOLDER, from, { recursive: true });
  const file = join(from, 'establishments.csv');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${ROWS.join('\n')}\n`);
  await importInto(join(root.path, 'reference'), { from });
  release = openCurrentRelease(join(root.path, 'reference'));
});
afterAll(() => {
  release.close();
  root.cleanup();
});

const useCases = () =>
  referenceUseCases(
    () => release,
    () => leftOut,
    () => new Map(),
  );
const listed = (setAside: readonly string[] = []): readonly string[] =>
  useCases()
    .suggestions.forCase.suggestedPage(QUERY, { setAside })
    .rows.map(({ siret }) => siret)
    .filter((siret) => [OLD, MIDDLE, NEW, ELSEWHERE].includes(siret))
    .sort();

describe('several legal units behind one door', () => {
  it('are one employer in a list, under the newest of them, and counted with the reason', () => {
    expect(listed()).toEqual([ELSEWHERE, NEW]);
    expect(release.manifest.counts.unranked['same-door']).toBe(2);
  });

  it('are said on the page of each, with the one that lists show', () => {
    const { employers } = useCases();
    expect(employers.get(NEW)).toMatchObject({
      unranked: null,
      sameDoor: [
        { siret: OLD, name: 'Flo Tradition SNC', isShown: false },
        { siret: MIDDLE, name: 'Flo Metz', isShown: false },
      ],
    });
    expect(employers.get(OLD)).toMatchObject({
      unranked: 'same-door',
      sameDoor: [
        { siret: NEW, name: 'Boulangerie Flo', legalName: 'SOCIETE MESSINE', isShown: true },
        { siret: MIDDLE, isShown: false },
      ],
    });
    expect(employers.get(ELSEWHERE).sameDoor).toEqual([]);
  });

  it.each([OLD, MIDDLE, NEW])('leave the lists together when %s is said to be closed or set aside', (siret) => {
    expect(listed([siret])).toEqual(siret === OLD ? [] : [ELSEWHERE]);
    leftOut = { sites: [siret], employers: [] };
    expect(listed()).toEqual([ELSEWHERE]);
    leftOut = NOBODY_LEFT_OUT;
  });

  it('leave the lists when a legal unit behind the door asked out by another of its sites', () => {
    leftOut = { sites: [], employers: [ELSEWHERE] };
    expect(listed()).toEqual([]);
    leftOut = { sites: [ELSEWHERE], employers: [] };
    expect(listed()).toEqual([NEW]);
    leftOut = NOBODY_LEFT_OUT;
  });
});
