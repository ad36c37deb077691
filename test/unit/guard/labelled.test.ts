import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/shared/domain/guard/guard.rules.ts';
import { CLEAN, WITH_SLIPS } from './labelled-sentences.ts';
import { lexicon } from './lexicon.ts';

describe('the guard on sentences as advisors write them', () => {
  test('sees at least 95 % of the slips, each in its family', () => {
    const missed = WITH_SLIPS.filter(
      ([sentence, family]) => !checkText(sentence, lexicon).some((finding) => finding.family === family),
    );
    const recall = 1 - missed.length / WITH_SLIPS.length;
    process.stdout.write(`recall ${(recall * 100).toFixed(1)} % of ${WITH_SLIPS.length} sentences\n`);
    expect(WITH_SLIPS.length).toBeGreaterThanOrEqual(75);
    expect(recall, missed.map(([sentence]) => sentence).join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('marks at most 1 in 20 of those that hold none', () => {
    const wrong = CLEAN.filter((sentence) => checkText(sentence, lexicon).length > 0);
    process.stdout.write(`false alarms ${wrong.length} of ${CLEAN.length} sentences\n`);
    expect(CLEAN.length).toBeGreaterThanOrEqual(75);
    expect(wrong.length / CLEAN.length, wrong.join('\n')).toBeLessThanOrEqual(1 / 20);
  });
});
