import type { TFunction } from 'i18next';
import { durationText } from '../../i18n/dates.ts';
import type { ApiError } from '../../platform/api.ts';

/** Refusals that are said beside what was typed; any other failure has its own words. */
export const SAID_BESIDE: ReadonlySet<string> = new Set(['WRONG_PASSPHRASE', 'WRONG_RECOVERY_CODE', 'TOO_MANY_TRIES']);

/** What is wrong with a passphrase that the core refused; null when it is not about the passphrase. */
export function passphraseRefusal(t: TFunction, refusal: ApiError | null, language: string): string | null {
  if (refusal === null) return null;
  const { code, details } = refusal;
  if (code === 'TOO_MANY_TRIES') {
    return t('access.unlock.wait', { duration: durationText(Number(details['waitSeconds'] ?? 0), language) });
  }
  if (code !== 'WRONG_PASSPHRASE') return null;
  const triesLeft = Number(details['triesLeft'] ?? 0);
  return triesLeft > 0 ? t('access.unlock.wrong', { count: triesLeft }) : t('access.unlock.wrongAndWait');
}

/** The same of a recovery code: its group that was mistyped, or how many tries are left. */
export function recoveryRefusal(t: TFunction, refusal: ApiError | null): string | null {
  if (refusal?.code !== 'WRONG_RECOVERY_CODE') return null;
  const { details } = refusal;
  if (details['isMistyped'] === true) return mistypedText(t, Number(details['group'] ?? 0));
  const triesLeft = Number(details['triesLeft'] ?? 0);
  return triesLeft > 0 ? t('access.recover.codeWrong', { count: triesLeft }) : t('access.recover.codeWrongAndWait');
}

/** `group`: from 1; 0 when there are too few characters or too many. */
export function mistypedText(t: TFunction, group: number): string {
  return group > 0 ? t('access.recover.codeGroup', { rank: group }) : t('access.recover.codeLength');
}
