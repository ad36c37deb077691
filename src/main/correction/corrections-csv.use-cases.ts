import type { Correction } from '../../shared/domain/correction/correction.schema.ts';
import { csvOf } from '../../shared/kernel/csv.ts';

const HEADER = ['siret', 'nom', 'commune', 'signalement', 'signale_le'];

/** In the file, whatever the language of the screen: whoever receives it reads it by a program. */
const KINDS: Readonly<Record<Correction['kind'], string>> = { closed: 'fermee', 'wrong-data': 'donnee-fausse' };

/** Employers to correct, for whoever publishes their data; the format is described in docs/how-to/send-corrections.md. */
export function correctionsCsv(corrections: readonly Correction[]): string {
  return csvOf([
    HEADER,
    ...corrections.map(({ siret, name, communeName, kind, reportedOn }) => [
      siret,
      name,
      communeName ?? '',
      KINDS[kind],
      reportedOn,
    ]),
  ]);
}
