import { describe, expect, test } from 'vitest';
import { repairOfferOf } from '../../../src/renderer/features/access/damaged-space.ts';
import { ApiError } from '../../../src/renderer/platform/api.ts';
import type { ErrorCode, ErrorDetails } from '../../../src/shared/kernel/app-error.ts';

const refusal = (code: ErrorCode, details: ErrorDetails) => new ApiError({ code, message: '', details });

describe('what is offered for case files that do not open', () => {
  test('nothing, when the core offers nothing', () => {
    expect(repairOfferOf(refusal('CASES_UNREADABLE', {}))).toBeNull();
    expect(repairOfferOf(refusal('CASES_UNREADABLE', { repair: 'magic' }))).toBeNull();
  });

  test('nothing, when the failure is another one', () => {
    expect(repairOfferOf(refusal('WRONG_PASSPHRASE', { repair: 'operations' }))).toBeNull();
  });

  test('all that the core knows of it', () => {
    const details = {
      repair: 'backup',
      damage: 'file',
      backupId: 'daily-20261126T080000Z',
      takenAt: 1_764_144_000_000,
      lostOperations: 12,
      lostSince: 1_764_144_000_000,
    };
    expect(repairOfferOf(refusal('CASES_UNREADABLE', details))).toEqual(details);
  });

  test('only what it knows', () => {
    expect(repairOfferOf(refusal('CASES_UNREADABLE', { repair: 'none', lostOperations: 'many' }))).toEqual({
      repair: 'none',
    });
  });
});
