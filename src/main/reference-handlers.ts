import type { CoreCallName } from '../shared/contract/index.ts';
import type { CaseCallName } from './case-handlers.ts';
import type { Handlers } from './handlers.ts';
import type { CurrentRelease } from './dataset/release.use-cases.ts';
import { makeEmployerUseCases } from './employer/employer.use-cases.ts';
import { makeOccupationUseCases } from './occupation/occupation.use-cases.ts';
import { makeLandmarkUseCases } from './place/landmarks.use-cases.ts';
import { makePlaceUseCases } from './place/place.use-cases.ts';
import type { Populations } from './place/populations.ts';
import { makeSuggestionUseCases, type LeftOut } from './suggestion/suggestion.use-cases.ts';

/** Calls that only read a release: all the command line needs. */
export type ReferenceCallName = Exclude<
  Extract<CoreCallName, `${'occupation' | 'place' | 'suggestion' | 'employer'}.${string}`>,
  CaseCallName
>;

/** What answers from the release that is open. */
export function referenceUseCases(
  release: CurrentRelease,
  leftOut: () => LeftOut,
  populations: Populations,
  contactsHere: () => readonly string[] = () => [],
) {
  const occupations = makeOccupationUseCases(release);
  const places = makePlaceUseCases(release);
  const employers = makeEmployerUseCases(release);
  const suggestions = makeSuggestionUseCases(release, { employers, occupations, places, leftOut, contactsHere });
  const landmarks = makeLandmarkUseCases(release, { places, populations });
  return { employers, landmarks, occupations, places, suggestions };
}

export type Reference = ReturnType<typeof referenceUseCases>;

export function referenceHandlers({
  employers,
  landmarks,
  occupations,
  places,
  suggestions,
}: Reference): Handlers<ReferenceCallName> {
  return {
    'occupation.search': ({ text, limit }) => occupations.search(text, limit),
    'occupation.get': ({ rome }) => occupations.get(rome),
    'place.search': ({ text, limit }) => places.search(text, limit),
    'place.get': ({ communeCode }) => places.get(communeCode),
    'place.landmarks': (query) => landmarks.around(query),
    'suggestion.employers': (query) => suggestions.employers(query),
    'suggestion.explain': ({ siret, ...query }) => suggestions.explain(query, siret),
    'suggestion.widen': (query) => suggestions.widen(query),
    'suggestion.points': (query) => suggestions.points(query),
    'employer.get': ({ siret }) => employers.get(siret),
  };
}
