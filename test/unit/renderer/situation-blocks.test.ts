import { describe, expect, test } from 'vitest';
import fr from '../../../src/renderer/i18n/fr.json' with { type: 'json' };
import { personShapes } from '../../../src/renderer/features/case-file/fact-shapes.tsx';
import {
  BLOCK_NAMES,
  labelKeyOf,
  SITUATION_BLOCKS,
} from '../../../src/renderer/features/case-file/situation-blocks.ts';
import { projectShapes } from '../../../src/renderer/features/job-project/project-shapes.tsx';
import { FIELD_NAMES, fieldSchemas } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { frenchWords } from './french-words.ts';

const shown = SITUATION_BLOCKS.flatMap(({ fields, folded }) => [...fields, ...folded.flatMap((fold) => fold.fields)]);
const shapes = {
  ...personShapes(frenchWords, 'fr'),
  ...projectShapes(frenchWords, 'fr', { occupation: () => null, place: () => null }),
};

describe('the blocks of a situation', () => {
  test('show every fact once', () => {
    expect([...shown].sort()).toEqual([...FIELD_NAMES].sort());
  });

  test('come in the order of the field: strengths before difficulties, the project in the middle', () => {
    expect(SITUATION_BLOCKS.map(({ name }) => name)).toEqual([...BLOCK_NAMES]);
    expect(BLOCK_NAMES.indexOf('skills')).toBeLessThan(BLOCK_NAMES.indexOf('subjects'));
  });

  test('fold the civil status and every project but the first', () => {
    const folded = SITUATION_BLOCKS.flatMap((block) => block.folded.flatMap(({ fields }) => fields));
    expect(folded).toContain('civilName');
    expect(folded).toContain('project5.salaryFloor');
    expect(folded).not.toContain('project1.occupation');
  });

  test('have words for every fact', () => {
    for (const field of FIELD_NAMES) expect(fr.facts.fields, field).toHaveProperty(labelKeyOf(field));
  });

  test('have a shape for every fact', () => {
    expect(Object.keys(shapes).sort()).toEqual([...FIELD_NAMES].sort());
  });
});

describe('what is kept of what was typed', () => {
  test('fits the fact', () => {
    const typed = {
      name: { first: ' Nadia ', last: 'Ferrand' },
      phones: [{ number: '06 39 98 12 34' }, { number: '' }],
      lastJobs: [{ line: 'Vendeuse\n4 ans' }, { line: ' ' }],
      proudOf: '  La vitrine\nde Noël ',
      precautions: ['no-post', 'no-voicemail'],
      interviews: 1200.4,
      'project1.reach': { kind: 'distance', km: 900 },
      'project1.salaryFloor': { amount: 1850.4, per: 'month' },
      conditions: [{ kind: 'load', value: '10 kg', until: null }],
      subjectTravel: { state: 'settled', settledOn: '2026-10-12' },
    } as const;
    for (const [field, value] of Object.entries(typed) as [keyof typeof typed, never][]) {
      const kept = shapes[field].clean(value);
      expect(fieldSchemas[field].safeParse(kept), field).toMatchObject({ success: true, data: kept });
    }
    expect(shapes.lastJobs.clean([{ line: 'Vendeuse\n4 ans' }, { line: ' ' }])).toEqual([{ line: 'Vendeuse 4 ans' }]);
    expect(shapes.precautions.clean(['no-post', 'no-voicemail'])).toEqual(['no-voicemail', 'no-post']);
  });

  test('takes the fact away when nothing is left', () => {
    expect(shapes.email.clean('  ')).toBeNull();
    expect(shapes.phones.clean([{ number: '' }])).toBeNull();
    expect(shapes['project1.travel'].clean([])).toBeNull();
    expect(shapes['project1.reach'].clean({ kind: 'distance', km: Number.NaN })).toBeNull();
  });
});
