import type { CaseWidening } from '../../shared/domain/suggestion/case-list.schema.ts';
import type { EmployerQuery } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { compareText } from '../../shared/kernel/text.ts';
import { nafIndexOf } from '../../shared/scoring/employer-columns.ts';
import type { CurrentRelease } from '../dataset/release.use-cases.ts';
import type { OccupationUseCases } from '../occupation/occupation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';
import type { EmployerSearcher, Exclusions } from './employer-search.ts';
import { widerRadii } from './wider-radii.ts';

const DEPARTEMENTS_OFFERED = 3;
const NEIGHBOURS_OFFERED = 3;
const LOCAL_OFFERED = 1;
/** Employers whose sectors say what is hired around. */
const AROUND = 100;
const MOST_OCCUPATIONS = 5;
const MOST_DEPARTEMENTS = 5;

interface WidenDependencies {
  readonly searcher: EmployerSearcher;
  readonly occupations: OccupationUseCases;
  readonly places: PlaceUseCases;
}

/**
 * What each way to search wider adds to a list, each counted beside all that the list already asks. Where nothing is
 * computed (R11), no occupation is drawn from the employers around.
 */
export type WidenList = (
  query: EmployerQuery,
  exclusions: Exclusions,
  computing: { readonly isOff: boolean },
) => CaseWidening;

export function makeWidenList(release: CurrentRelease, dependencies: WidenDependencies): WidenList {
  const { searcher, occupations, places } = dependencies;
  return (query, exclusions, { isOff }) => {
    const known = searcher.count(query, exclusions);
    const moreOf = (change: Partial<EmployerQuery>): number =>
      searcher.count({ ...query, ...change }, exclusions) - known;
    const { romes, departements: searched = [] } = query;

    const departements =
      searched.length === MOST_DEPARTEMENTS
        ? []
        : places
            .departementsNear(query.communeCode, DEPARTEMENTS_OFFERED + searched.length)
            .filter((code) => !searched.includes(code))
            .map((code) => ({ code, more: moreOf({ departements: [...searched, code] }) }))
            .filter(({ more }) => more > 0);

    const counted = (rome: string, kind: CaseWidening['occupations'][number]['kind']) => ({
      ...{ rome, kind, label: occupations.get(rome).label },
      more: moreOf({ romes: [...romes, rome] }),
    });
    // A neighbour of two of the occupations is told once, as close if it is close to one of them.
    const neighbours = new Map(
      romes
        .flatMap((rome) => occupations.get(rome).neighbours)
        .filter(({ rome }) => !romes.includes(rome))
        .sort((a, b) => compareText(b.kind, a.kind))
        .map(({ rome, kind }) => [rome, kind]),
    );
    const close = [...neighbours]
      .map(([rome, kind]) => counted(rome, kind))
      .filter(({ more }) => more > 0)
      .sort(
        (a, b) =>
          Number(a.kind !== 'close') - Number(b.kind !== 'close') || b.more - a.more || compareText(a.rome, b.rome),
      )
      .slice(0, NEIGHBOURS_OFFERED);
    const local = (isOff ? [] : hiredAround(query, exclusions))
      .filter((rome) => !romes.includes(rome) && !neighbours.has(rome))
      .slice(0, LOCAL_OFFERED)
      .map((rome) => counted(rome, 'local'))
      .filter(({ more }) => more > 0);
    return {
      radii: widerRadii(searcher, query, exclusions, known),
      departements,
      occupations: romes.length === MOST_OCCUPATIONS ? [] : [...close, ...local],
    };
  };

  /** By the sectors of the first employers of the list: what the same kind of houses hires, here. */
  function hiredAround(query: EmployerQuery, exclusions: Exclusions): readonly string[] {
    const { columns } = release();
    const rows = searcher.search(query, exclusions).first(AROUND, null);
    return searcher.hiredBy(rows.map(({ row }) => columns.nafCodes[nafIndexOf(columns, row)] ?? ''));
  }
}
