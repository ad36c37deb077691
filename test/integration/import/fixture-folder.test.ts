import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/main/import/read-sources.ts';
import { SOURCE_NAMES, type Progress } from '../../../src/shared/domain/dataset/dataset.schema.ts';

const FOLDER = join(import.meta.dirname, '../../support/fixtures/reference');

describe('reading a folder of reference files', () => {
  it('reads the ten sources, and each row is either kept or refused', async () => {
    const { reports } = await readSources(FOLDER);
    expect(reports.map(({ source }) => source)).toEqual(SOURCE_NAMES.filter((name) => name !== 'hires-forecast'));
    expect(
      Object.fromEntries(reports.map(({ source, read, kept, refused }) => [source, [read, kept, refused]])),
    ).toEqual({
      'rome-occupations': [17, 17, 0],
      'rome-titles': [44, 44, 0],
      'rome-mobility': [33, 32, 1],
      'rome-texts': [29, 13, 16],
      'naf-labels': [52, 52, 0],
      'rome-naf-hires': [101, 101, 0],
      'contact-modes': [30, 27, 3],
      tension: [20, 20, 0],
      places: [35, 35, 0],
      establishments: [149, 140, 9],
    });
    for (const { refused, refusals, reasons } of reports) {
      expect(refusals).toHaveLength(refused);
      expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(refused);
    }
  });

  it('says for each refused establishment which line and why', async () => {
    const { reports } = await readSources(FOLDER);
    expect(reports.find(({ source }) => source === 'establishments')?.refusals).toEqual([
      { line: 13, reason: 'SIRET is not 14 digits: "ABC12345600011"', code: 'siret', value: 'ABC12345600011' },
      { line: 25, reason: 'SIRET is not 14 digits: "7120345"', code: 'siret', value: '7120345' },
      { line: 37, reason: 'No legal name', code: 'legal-name-missing', value: null },
      { line: 49, reason: 'No legal name', code: 'legal-name-missing', value: null },
      { line: 61, reason: 'Headcount band not known: "0-2"', code: 'headcount-band', value: '0-2' },
      { line: 73, reason: '8 fields instead of 13', code: 'field-count', value: '8/13' },
      { line: 85, reason: 'A quote is not closed', code: 'quote-unclosed', value: null },
      {
        line: 97,
        reason: 'Hires of the year are not a whole number: (5 characters of text)',
        code: 'yearly-hires',
        value: null,
      },
      { line: 109, reason: 'Commune code not valid: "XX"', code: 'commune-code', value: 'XX' },
    ]);
  });

  it('reads the hires from the whole file and leaves the pruned one', async () => {
    const { records, described } = await readSources(FOLDER);
    expect(records.hirePairs).toHaveLength(101);
    expect(described.find(({ source }) => source === 'rome-naf-hires')?.file).toBe('rome_naf.raw.csv');
  });

  it('keeps the titles of an occupation that has no label', async () => {
    const { records } = await readSources(FOLDER);
    expect(records.occupations.some(({ rome }) => rome === 'L1510')).toBe(false);
    expect(records.titles.find(({ rome }) => rome === 'L1510')).toEqual({
      rome: 'L1510',
      title: "Animateur / Animatrice 3D - films d'animation",
      isPrincipal: true,
    });
  });

  it('holds every group and every reason that a row alone can give', async () => {
    const { records } = await readSources(FOLDER);
    const counts = new Map<string, number>();
    for (const { group, unranked } of records.establishments) {
      for (const key of [group, String(unranked)]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      private: 124,
      public: 12,
      agency: 4,
      null: 124,
      'non-diffusible': 2,
      'employment-service': 2,
      'co-ownership': 3,
      'property-shell': 3,
      'state-office': 1,
      'unknown-sector': 2,
      'no-staff': 1,
      'unknown-staff': 2,
    });
  });

  it('gives the checksum of the bytes of each file', async () => {
    const { described } = await readSources(FOLDER);
    for (const { file, sha256 } of described) {
      expect(sha256).toBe(
        createHash('sha256')
          .update(readFileSync(join(FOLDER, file)))
          .digest('hex'),
      );
    }
  });

  it('takes no year from the name of a file that it does not know byte for byte', async () => {
    const { described } = await readSources(FOLDER);
    expect(described.find(({ file }) => file === 'contact_modes.csv')?.vintage).toBe('unknown');
    expect(described.find(({ file }) => file === 'naf.csv')?.vintage).toBe('unknown');
  });

  it('tells how far it is, up to the last byte', async () => {
    const steps: Progress[] = [];
    const { described } = await readSources(FOLDER, { onProgress: (progress) => steps.push(progress) });
    const total = described.reduce((sum, { file }) => sum + statSync(join(FOLDER, file)).size, 0);
    expect(steps.at(-1)).toMatchObject({ step: 'reading', done: total, total });
    expect(steps.every((step, index) => step.done >= (steps[index - 1]?.done ?? 0))).toBe(true);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(readSources(FOLDER, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('gives nothing for a folder that holds no source', async () => {
    const { reports, records } = await readSources(import.meta.dirname);
    expect(reports).toEqual([]);
    expect(records.establishments).toEqual([]);
  });
});
