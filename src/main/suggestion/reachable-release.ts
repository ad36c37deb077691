import { onlySites } from '../../shared/scoring/only-sites.ts';
import type { CurrentRelease, Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';

/**
 * The release in use as if it held only the establishments that somebody knows how to reach: the data say it, or the agency
 * found a contact there, or behind its door.
 */
export function makeReachableRelease(
  release: CurrentRelease,
  employers: Pick<EmployerUseCases, 'doorsOf' | 'withPublishedContact'>,
  contactsHere: () => readonly string[],
): CurrentRelease {
  const made = new WeakMap<Release, { readonly of: string; readonly reachable: Release }>();
  return () => {
    const current = release();
    const here = contactsHere();
    const of = here.join();
    const known = made.get(current);
    if (known?.of === of) return known.reachable;
    const sirets = [...employers.withPublishedContact(), ...here, ...employers.doorsOf({ sites: here, employers: [] })];
    const reachable = { ...current, columns: onlySites(current.columns, sirets.map(Number)) };
    made.set(current, { of, reachable });
    return reachable;
  };
}
