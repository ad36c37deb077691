import { expect, it } from 'vitest';
import { approachesCsv } from '../../../src/main/approach/approaches-csv.use-cases.ts';
import { distanceText } from '../../../src/renderer/i18n/formats.ts';
import type { ApproachRow } from '../../../src/shared/domain/approach/approach.schema.ts';

it('writes a distance in the table as the screen says it', () => {
  for (const distanceKm of [0, 0.04, 0.06, 0.5, 0.94, 0.95, 1, 1.46, 1.5, 9.94, 9.95, 24.4, 120]) {
    const row = { ...ROW, distanceKm };
    const [, line = ''] = approachesCsv([row], '2026-11-28').split('\r\n');
    expect(line.split(';')[2], String(distanceKm)).toBe(distanceText(distanceKm, 'fr').replaceAll('\u00a0', ' '));
  }
});

const ROW: ApproachRow = {
  item: { kind: 'establishment', siret: '30000791900013' },
  decisionId: 'x',
  name: 'Le Fournil',
  sectorLabel: null,
  communeName: 'Metz',
  distanceKm: null,
  retainedAt: 0,
  steps: [],
  ownApproach: null,
  known: null,
  stage: 'proposed',
  reminder: null,
  revision: 0,
  ownSentence: null,
  sentenceRevision: 0,
  proposedSentence: 'Bonjour',
  contact: null,
  isOptedOut: false,
};
