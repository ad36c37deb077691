import { describe, expect, test } from 'vitest';
import { sourceAges } from '../../../src/renderer/features/dataset/source-ages.ts';
import type { ManifestSource } from '../../../src/shared/domain/dataset/dataset.schema.ts';

const NOW = Date.UTC(2026, 10, 23);

function source(name: ManifestSource['source'], vintage: string): ManifestSource {
  return {
    source: name,
    file: `${name}.csv`,
    publisher: 'INSEE',
    licence: 'etalab-2.0',
    vintage,
    sha256: '0'.repeat(64),
    read: 1,
    kept: 1,
    refused: 0,
  };
}

describe('how old the sources are', () => {
  test('what is more than twenty-four months old is told, the oldest first', () => {
    const ages = sourceAges([source('establishments', '2024-06'), source('rome-titles', '2021')], NOW);
    expect(ages.old).toEqual([
      { source: 'rome-titles', years: 4 },
      { source: 'establishments', years: 2 },
    ]);
  });

  test('twenty-four months are not old', () => {
    expect(sourceAges([source('establishments', '2024-11')], NOW)).toEqual({ old: [], undated: 0 });
  });

  test('several files of a source are one source, by its oldest', () => {
    const ages = sourceAges([source('places', '2020'), source('places', '2023')], NOW);
    expect(ages.old).toEqual([{ source: 'places', years: 5 }]);
  });

  test('a source without a date is counted, not guessed', () => {
    expect(sourceAges([source('places', 'unknown'), source('places', '')], NOW)).toEqual({ old: [], undated: 1 });
  });
});
