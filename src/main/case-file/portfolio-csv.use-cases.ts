import type { PortfolioRow } from '../../shared/domain/case-file/case-file.schema.ts';
import { spokenName } from '../../shared/domain/case-file/case-file.ts';

const HEADER = ['Personne', 'Projet', 'Prochain rendez-vous'];

/**
 * The portfolio for a spreadsheet: name, project, next appointment, and nothing else (R10). UTF-8 with its mark and
 * semicolons, as a French spreadsheet opens it.
 */
export function portfolioCsv(rows: readonly PortfolioRow[], timeZone: string): string {
  const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const lines = rows.map((row) => [
    spokenName(row),
    row.project ?? '',
    row.nextAppointmentAt === null ? '' : when.format(row.nextAppointmentAt),
  ]);
  return `\ufeff${[HEADER, ...lines].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is made text: what a person typed runs nothing. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
