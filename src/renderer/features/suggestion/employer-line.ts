import type { ListedEmployer } from '../../../shared/domain/suggestion/listed.schema.ts';
import type { Potential, SuggestedEmployer } from '../../../shared/domain/suggestion/suggestion.schema.ts';

/** One row of a table of employers: found in the data, with or without an estimate, or added by hand. */
export type EmployerLine<E extends ListedEmployer = ListedEmployer> = FoundLine<E> | OwnLine;

export interface FoundLine<E extends ListedEmployer = ListedEmployer> {
  readonly kind: 'found';
  /** The SIRET. */
  readonly key: string;
  readonly employer: E;
}

export interface OwnLine {
  readonly kind: 'own';
  readonly key: string;
  readonly name: string;
  /** Under the name: who added it, where it is. */
  readonly where: string;
  readonly approach: string;
}

export function foundLine<E extends ListedEmployer>(employer: E): FoundLine<E> {
  return { kind: 'found', key: employer.siret, employer };
}

/** What is expected of a line; null where nothing was computed. */
export function potentialOf({ employer }: FoundLine<ListedEmployer | SuggestedEmployer>): Potential | null {
  return 'potential' in employer ? employer.potential : null;
}
