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

/** The same line for the same employer: its row is not drawn again. */
export function foundLine<E extends ListedEmployer>(employer: E): FoundLine<E> {
  const known = lines.get(employer) as FoundLine<E> | undefined;
  if (known !== undefined) return known;
  const line: FoundLine<E> = { kind: 'found', key: employer.siret, employer };
  lines.set(employer, line);
  return line;
}

const lines = new WeakMap<ListedEmployer, FoundLine>();

/** What is expected of a line; null where nothing was computed. */
export function potentialOf({ employer }: FoundLine<ListedEmployer | SuggestedEmployer>): Potential | null {
  return 'potential' in employer ? employer.potential : null;
}
