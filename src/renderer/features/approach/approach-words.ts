import type { TFunction } from 'i18next';
import { isOver } from '../../../shared/domain/approach/approach.rules.ts';
import type { ApproachRow, Reminder } from '../../../shared/domain/approach/approach.schema.ts';
import { nearDayText, onDayText, onFullDayText } from '../../i18n/dates.ts';
import { distanceText } from '../../i18n/formats.ts';

/** "Contact pris, hier"; "À contacter" while nothing happened. */
export function stageText(t: TFunction, { stage, steps }: ApproachRow, today: string, language: string): string {
  const last = steps.at(-1);
  const words = t(`approach.stages.${stage}`);
  return last === undefined
    ? words
    : t('approach.stageOn', { stage: words, day: nearDayText(last.on, today, language) });
}

/** "Réponse attendue avant jeudi"; past: "Réponse attendue, prévue le 3 novembre". */
export function reminderText(t: TFunction, { kind, on }: Reminder, today: string, language: string): string {
  const day = onDayText(on, today, language);
  return on >= today ? t(`approach.reminders.${kind}`, { day }) : t(`approach.reminderLate.${kind}`, { day });
}

/** The same on paper, which is read another day: "Réponse attendue avant le 2 décembre 2026". */
export function paperReminder(t: TFunction, { kind, on }: Reminder, language: string): string {
  return t(`approach.reminders.${kind}`, { day: onFullDayText(on, language) });
}

/** Where it is: "12 rue des Clercs, 57000 Metz"; empty where nothing is known. */
export function addressText({ known, communeName }: ApproachRow): string {
  if (known === null) return communeName ?? '';
  const place = [known.postcode, known.communeName].filter((part) => part !== '').join(' ');
  return [known.address, place].filter((part) => part !== '').join(', ');
}

export function distanceWords(t: TFunction, { distanceKm }: ApproachRow, language: string): string | null {
  return distanceKm === null ? null : t('approach.distanceFrom', { distance: distanceText(distanceKm, language) });
}

/** How to come in, as far as it is known: what we learned first, then what was written, then the average of the sector. */
export function wayInText(t: TFunction, row: ApproachRow): string | null {
  const { contact } = row;
  return contact !== null && contact.wayIn !== '' ? contact.wayIn : adviceText(t, row);
}

/** What is said of the sector, or was written of a company of one's own. */
export function adviceText(t: TFunction, { ownApproach, known }: ApproachRow): string | null {
  if (ownApproach !== null) return ownApproach === '' ? null : ownApproach;
  if (known === null) return null;
  if (known.group !== 'private') return t(`approach.${known.group}`);
  return known.advice === null ? null : t(`contact.${known.advice.mode}`);
}

/** As one goes about them: what is due first, by its day; then what is under way, last retained first; what is over last. */
export function inOrder(rows: readonly ApproachRow[]): readonly ApproachRow[] {
  const due = ({ reminder, stage }: ApproachRow): string => (isOver(stage) ? '~~' : (reminder?.on ?? '~'));
  return rows.toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : b.retainedAt - a.retainedAt));
}
