import type { PortfolioRow } from '../../shared/domain/case-file/case-file.schema.ts';
import { spokenName } from '../../shared/domain/case-file/case-file.ts';
import { csvOf } from '../../shared/kernel/csv.ts';

const HEADER = ['Personne', 'Projet', 'Prochain rendez-vous'];

/** The portfolio for a spreadsheet: name, project, next appointment, and nothing else (R10). */
export function portfolioCsv(rows: readonly PortfolioRow[], timeZone: string): string {
  const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const lines = rows.map((row) => [
    spokenName(row),
    row.project ?? '',
    row.nextAppointmentAt === null ? '' : when.format(row.nextAppointmentAt),
  ]);
  return csvOf([HEADER, ...lines]);
}
