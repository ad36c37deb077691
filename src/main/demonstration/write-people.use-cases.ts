import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Progress } from '../../shared/domain/dataset/dataset.schema.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { makeDataKey, spaceFiles, writeSpace } from '../access/space.use-cases.ts';
import { makeCases, PROJECTIONS } from '../case-file/cases.use-cases.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import { makeEmployerUseCases } from '../employer/employer.use-cases.ts';
import { makeOccupationUseCases } from '../occupation/occupation.use-cases.ts';
import { openCaseStore, type CaseStore, type Desk } from '../operation/operation.use-cases.ts';
import { makePlaceUseCases } from '../place/place.use-cases.ts';
import { filesOf } from '../platform/db/encrypted-database.ts';
import { makeSuggestionUseCases, NOBODY_LEFT_OUT } from '../suggestion/suggestion.use-cases.ts';
import { nameTags, saveViews } from './arrange-desk.ts';
import { ADVISOR_ACCOUNTS, DEMONSTRATION_ACCOUNTS } from './demonstration-accounts.ts';
import { tagsOf } from './draw-tags.ts';
import type { ResolvedPerson } from './resolve-dates.ts';
import { makeStoryteller } from './tell-story.ts';

export interface PeopleOptions {
  /** The folder of the demonstration's workspace. */
  readonly folder: string;
  /** Its companies: what a person decides on is what the engine really gives. */
  readonly release: Release;
  readonly people: readonly ResolvedPerson[];
  readonly today: LocalDate;
  readonly timeZone: string;
  readonly now: number;
  /** N of scrypt for the three accounts. */
  readonly cost: number;
  readonly onProgress: (progress: Progress) => void;
}

/** The agency had its tags long before the first file of today. */
const ARRANGED_BEFORE_MS = 700 * 86_400_000;

/** Tells progress after so many people: a screen shows no more. */
const TOLD_EVERY = 6;

/**
 * The people of the demonstration, as if two advisors had written it all down day after day: through the same use cases
 * as the application, on a clock that follows the story. Whatever a stopped attempt left is made anew.
 */
export async function writePeople({ folder, release, people, onProgress, ...options }: PeopleOptions): Promise<void> {
  const { cases } = spaceFiles(folder);
  for (const file of filesOf(cases)) rmSync(file, { force: true });
  mkdirSync(dirname(cases), { recursive: true });
  const dataKey = makeDataKey();
  const clock = { time: 0, now: () => clock.time };
  const store = openCaseStore(folder, dataKey, true, { projections: PROJECTIONS, clock });
  try {
    const tell = storyteller(store, release, clock, options);
    store.db.transaction(() => {
      people.forEach((person, index) => {
        tell(person, index);
        if (index % TOLD_EVERY === 0) onProgress({ step: 'people', file: null, done: index, total: people.length });
      });
    })();
  } finally {
    store.close();
  }
  const { cost, now } = options;
  await writeSpace(folder, { spaceId: randomUUID(), accounts: DEMONSTRATION_ACCOUNTS, dataKey, cost, now });
}

function storyteller(
  store: CaseStore,
  release: Release,
  clock: { time: number; now(): number },
  { today, timeZone, now }: Pick<PeopleOptions, 'today' | 'timeZone' | 'now'>,
): (person: ResolvedPerson, index: number) => void {
  const current = (): Release => release;
  const employers = makeEmployerUseCases(current);
  const occupations = makeOccupationUseCases(current);
  const places = makePlaceUseCases(current);
  const deps = { employers, occupations, places, leftOut: () => NOBODY_LEFT_OUT, contactsHere: () => [] };
  const { forCase: suggestions } = makeSuggestionUseCases(current, deps);
  let account = ADVISOR_ACCOUNTS.camille;
  const desk: Desk = {
    store: () => store,
    account: () => account,
    accounts: () => DEMONSTRATION_ACCOUNTS,
    nameOf: (id) => DEMONSTRATION_ACCOUNTS.find((known) => known.id === id)?.name ?? '',
    clock,
    timeZone,
    onCaseChanged: () => undefined,
  };
  const cases = makeCases(desk, { suggestions, employers, datasetVersion: () => release.manifest.version });
  const tellStory = makeStoryteller({ cases, store, clock, today, timeZone, now });
  clock.time = now - ARRANGED_BEFORE_MS;
  nameTags(cases, clock.time);
  saveViews(cases, clock.time);
  return (person, index) => {
    account = ADVISOR_ACCOUNTS[person.advisor];
    tellStory(person, account.id, tagsOf(index));
  };
}
