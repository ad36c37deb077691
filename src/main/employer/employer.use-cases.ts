import type { ContactAdvice, Employer } from '../../shared/domain/employer/employer.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { perRelease, type CurrentRelease } from '../dataset/release.use-cases.ts';
import { employerRepository, type EmployerLine } from './employer.repository.ts';

export interface EmployerUseCases {
  /** @throws AppError NOT_FOUND */
  get(siret: string): Employer;
  /** Null for an unknown number, or while there are no data. */
  find(siret: string): Employer | null;
  /** What a row of a list shows besides its figures. @throws AppError NOT_FOUND */
  line(siret: string): EmployerLine;
  /** Many rows in one statement, in the order asked; unknown numbers are left out. */
  lines(sirets: readonly string[]): readonly EmployerLine[];
  /** Establishments behind the same door as this one. */
  behindDoorOf(siret: string): readonly string[];
  /** Establishments that the data say how to reach. */
  withPublishedContact(): readonly string[];
  /** What lists show of the doors that some sites are behind, and of those that any site of some employers is behind. */
  doorsOf(left: { readonly sites: readonly string[]; readonly employers: readonly string[] }): readonly string[];
  /** The advised way to approach a sector for an occupation. */
  contactAdvice(naf: string, rome: string): ContactAdvice;
}

export function makeEmployerUseCases(release: CurrentRelease): EmployerUseCases {
  const employers = perRelease(release, employerRepository);
  const found = <T>(siret: string, employer: T | null): T => {
    if (employer === null) throw new AppError('NOT_FOUND', 'No establishment has this number.', { siret });
    return employer;
  };
  return {
    find(siret) {
      try {
        return employers().find(siret);
      } catch (error) {
        if (error instanceof AppError && error.code === 'NO_DATASET') return null;
        throw error;
      }
    },
    get: (siret) => found(siret, employers().find(siret)),
    line: (siret) => found(siret, employers().line(siret)),
    lines: (sirets) => employers().lines(sirets),
    withPublishedContact: () => employers().withPublishedContact(),
    behindDoorOf: (siret) => employers().behindDoorOf(siret),
    doorsOf: (left) => employers().doorsOf(left),
    contactAdvice: (naf, rome) => employers().contactAdvice(naf, rome),
  };
}
