import { describe, expect, test } from 'vitest';
import { reportGroups, reportText } from '../../../src/renderer/features/diagnostic/report-lines.ts';
import type { Diagnostic } from '../../../src/shared/domain/diagnostic/diagnostic.schema.ts';
import { frenchWords } from './french-words.ts';

const REPORT: Diagnostic = {
  madeAt: Date.UTC(2026, 10, 27, 9, 0),
  versions: { app: '0.1.0', electron: '33.2.1', chrome: null, node: '24.1.0', sqlite: '3.53.4', addon: null },
  machine: {
    platform: 'linux',
    arch: 'x64',
    release: '6.1.0',
    processors: 2,
    memoryBytes: 8_000_000_000,
    freeMemoryBytes: 3_000_000_000,
    processBytes: 200_000_000,
    language: 'fr-FR',
    timeZone: 'Europe/Paris',
  },
  dataFolder: { isDefault: true, isMoved: false, bytes: 21_000_000, freeBytes: null },
  workspaces: [
    {
      name: 'own',
      isCurrent: true,
      space: 'damaged',
      accounts: 1,
      casesBytes: 254_000,
      reference: 'none',
      referenceVersion: null,
    },
  ],
  caseFiles: null,
  backups: { count: 3, bytes: 762_000, lastAt: null, integrity: 'damaged' },
  settings: { language: 'fr', theme: 'system', zoom: 100, idleMinutes: 10, density: 'comfortable' },
  log: [{ at: '2026-11-27T08:59:00.000Z', level: 'warn', event: 'cases.damaged', code: 'CASES_UNREADABLE' }],
};

const t = frenchWords;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the diagnostic in words', () => {
  test('has every part, in order', () => {
    expect(reportGroups(t, REPORT, 'fr').map(({ key }) => key)).toEqual([
      'versions',
      'machine',
      'dataFolder',
      'workspaces',
      'caseFiles',
      'backups',
      'settings',
      'log',
    ]);
  });

  test('says what could not be read, and what is locked', () => {
    const text = plain(reportText(t, REPORT, 'fr'));
    expect(text).toContain('- Chromium: ne se lit pas');
    expect(text).toContain('- Place libre: ne se lit pas');
    expect(text).toContain('verrouillés : leur compte n’est pas fait');
    expect(text).toContain('Mon espace (ouvert): dossiers : abîmés, 1 compte, 254 ko');
  });

  test('ends with the warnings, by their names alone', () => {
    expect(plain(reportText(t, REPORT, 'fr'))).toMatch(/avertissement, cases\.damaged, CASES_UNREADABLE$/);
  });
});
