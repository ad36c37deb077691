import type { Reference } from './reference-handlers.ts';
import type { CurrentRelease } from './dataset/release.use-cases.ts';
import type { DataNames } from './explanation/explanation.use-cases.ts';
import { AppError } from '../shared/kernel/app-error.ts';

/** What the data in use call things, for documents that outlive them: what they do not know any more has no name. */
export function dataNames(
  { occupations, places }: Pick<Reference, 'occupations' | 'places'>,
  release: CurrentRelease,
): DataNames {
  return {
    occupation: (rome) => orNull(() => occupations.get(rome).label),
    commune: (code) => orNull(() => places.get(code).name),
    sources: (version) =>
      orNull(() => {
        const { manifest } = release();
        return manifest.version === version ? manifest.sources : [];
      }) ?? [],
  };
}

function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
