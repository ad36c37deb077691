import type { Correction, OptOut } from '../../shared/domain/correction/correction.schema.ts';
import { csvOf } from '../../shared/kernel/csv.ts';

const HEADER = ['siret', 'nom', 'commune', 'signalement', 'signale_le', 'portee', 'demande_par'];

/** In the file, whatever the language of the screen: whoever receives it reads it by a program. */
const KINDS: Readonly<Record<Correction['kind'], string>> = {
  closed: 'fermee',
  'wrong-data': 'donnee-fausse',
  'opt-out': 'ne-veut-plus-etre-proposee',
};
const SCOPES: Readonly<Record<OptOut['scope'], string>> = { site: 'site', employer: 'entreprise' };
const ASKERS: Readonly<Record<OptOut['askedBy'], string>> = {
  management: 'direction',
  'human-resources': 'ressources-humaines',
  site: 'sur-place',
  'not-said': 'non-precise',
};

/** Employers to correct, for whoever publishes their data; the format is described in docs/how-to/send-corrections.md. */
export function correctionsCsv(corrections: readonly Correction[]): string {
  return csvOf([
    HEADER,
    ...corrections.map(({ siret, name, communeName, kind, reportedOn, optOut }) => [
      siret,
      name,
      communeName ?? '',
      KINDS[kind],
      reportedOn,
      optOut === null ? '' : SCOPES[optOut.scope],
      optOut === null ? '' : ASKERS[optOut.askedBy],
    ]),
  ]);
}
