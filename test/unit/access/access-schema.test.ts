import { describe, expect, it } from 'vitest';
import { accountNameSchema, agencyNameSchema } from '../../../src/shared/domain/access/access.schema.ts';

describe('the name of an account or of an agency', () => {
  it.each([accountNameSchema, agencyNameSchema])('is one line, trimmed', (schema) => {
    expect(schema.parse('  Agence de Metz ')).toBe('Agence de Metz');
    for (const name of ['', '   ', 'Agence\nde Metz', 'Agence\tde Metz', 'Agence\u0000', 'x'.repeat(81)]) {
      expect(schema.safeParse(name).success).toBe(false);
    }
  });
});
