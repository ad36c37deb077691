import { distanceMetres, type Position } from '../../../src/shared/kernel/geo.ts';
import type { Establishment } from '../../support/establishments.ts';

/**
 * The formula of employers.v1 in the plainest way: every establishment scored one by one, then put together by employer.
 * Nothing of src/shared/scoring is used; tables are written again.
 */
export interface PlainQuestion {
  readonly centre: Position;
  readonly radiusM: number;
  /** Sectors that take part, with the share of their hires and their yearly entry rate. */
  readonly sectors: Readonly<Record<string, { readonly affinity: number; readonly yearlyEntryRate: number | null }>>;
  readonly group: Establishment['group'];
  /** Empty keeps all. */
  readonly sections: readonly string[];
  readonly sizes: readonly string[];
  /** SIRETs that are as if they did not exist; and those whose whole employer is. */
  readonly hiddenSites: readonly string[];
  readonly setAside: readonly string[];
}

export interface PlainEmployer {
  readonly siret: string;
  readonly score: number;
  readonly distanceM: number;
  readonly otherSites: number;
}

export interface PlainCounts {
  readonly groupCounts: Readonly<Record<string, number>>;
  readonly sectionCounts: Readonly<Record<string, number>>;
  readonly sizeCounts: Readonly<Record<string, number>>;
}

export interface PlainAnswer extends PlainCounts {
  readonly employers: readonly PlainEmployer[];
}

/** The same list without computing: each employer by its nearest site. */
export interface PlainListing extends PlainCounts {
  readonly employers: readonly Omit<PlainEmployer, 'score'>[];
}

/** Band → least, most, rank, size class. */
const BANDS: Readonly<Record<string, readonly [number | null, number | null, number, string | null]>> = {
  NN: [null, null, 0, null],
  '00': [0, 0, 0, null],
  '01': [1, 2, 1, '1-9'],
  '02': [3, 5, 2, '1-9'],
  '03': [6, 9, 3, '1-9'],
  '11': [10, 19, 4, '10-49'],
  '12': [20, 49, 5, '10-49'],
  '21': [50, 99, 6, '50-249'],
  '22': [100, 199, 7, '50-249'],
  '31': [200, 249, 8, '50-249'],
  '32': [250, 499, 9, '250+'],
  '41': [500, 999, 10, '250+'],
  '42': [1000, 1999, 11, '250+'],
  '51': [2000, 4999, 12, '250+'],
  '52': [5000, 9999, 13, '250+'],
  '53': [10000, 10000, 14, '250+'],
};

/** Sections of the few sectors that the generated establishments are in; 0000Z is in none. */
export const SECTION_OF: Readonly<Record<string, string | null>> = {
  '0111Z': 'A',
  '1071C': 'C',
  '4711D': 'G',
  '4711F': 'G',
  '5610A': 'I',
  '5610C': 'I',
  '7820Z': 'N',
  '8411Z': 'O',
  '8810A': 'Q',
  '9900Z': 'U',
  '0000Z': null,
};

interface Candidate extends Establishment {
  readonly distanceM: number;
  readonly score: number;
  readonly section: string | null;
  readonly size: string | null;
}

export function answerPlainly(establishments: readonly Establishment[], question: PlainQuestion): PlainAnswer {
  const { listed, counts } = match(establishments, question);
  const byScore = [...listed].sort((a, b) => b.score - a.score || (a.siret < b.siret ? -1 : 1));
  return {
    employers: firstOfEachUnit(byScore).map(({ first: { siret, score, distanceM }, otherSites }) => ({
      siret,
      score,
      distanceM,
      otherSites,
    })),
    ...counts,
  };
}

export function listPlainly(establishments: readonly Establishment[], question: PlainQuestion): PlainListing {
  const { listed, counts } = match(establishments, question);
  const byDistance = [...listed].sort((a, b) => a.distanceM - b.distanceM || (a.siret < b.siret ? -1 : 1));
  return {
    employers: firstOfEachUnit(byDistance).map(({ first: { siret, distanceM }, otherSites }) => ({
      siret,
      distanceM,
      otherSites,
    })),
    ...counts,
  };
}

function match(
  establishments: readonly Establishment[],
  question: PlainQuestion,
): { readonly listed: readonly Candidate[]; readonly counts: PlainCounts } {
  const unitsSetAside = question.setAside.map((siret) => unitOf({ siret }));
  const candidates = establishments.flatMap((establishment): Candidate[] => {
    const sector = question.sectors[establishment.naf];
    if (sector === undefined) return [];
    if (question.hiddenSites.includes(establishment.siret)) return [];
    if (unitsSetAside.includes(unitOf(establishment))) return [];
    const position = { lat: establishment.latMicro / 1e6, lon: establishment.lonMicro / 1e6 };
    const distanceM = distanceMetres(question.centre, position);
    if (distanceM > question.radiusM) return [];
    const [, , , size] = BANDS[establishment.band]!;
    const section = SECTION_OF[establishment.naf] ?? null;
    return [{ ...establishment, distanceM, section, size, score: plainScore(establishment, sector, distanceM) }];
  });
  const isKept = (candidate: Candidate, sections: readonly string[], sizes: readonly string[]): boolean =>
    (sections.length === 0 || sections.includes(candidate.section ?? '')) &&
    (sizes.length === 0 || sizes.includes(candidate.size ?? ''));
  const kept = candidates.filter((candidate) => isKept(candidate, question.sections, question.sizes));
  const ofGroup = candidates.filter(({ group }) => group === question.group);
  return {
    listed: kept.filter(({ group }) => group === question.group),
    counts: {
      groupCounts: countUnits(kept, ({ group }) => group),
      sectionCounts: countUnits(
        ofGroup.filter((candidate) => isKept(candidate, [], question.sizes)),
        ({ section }) => section,
      ),
      sizeCounts: countUnits(
        ofGroup.filter((candidate) => isKept(candidate, question.sections, [])),
        ({ size }) => size,
      ),
    },
  };
}

export function plainScore(
  { band, yearlyHires: told, forecast, isApproximate }: Establishment,
  { affinity, yearlyEntryRate }: { readonly affinity: number; readonly yearlyEntryRate: number | null },
  distanceM: number,
): number {
  const [least, most, rank] = BANDS[band]!;
  let hires: number | null = null;
  // Columns hold twice a forecast, to the hundredth, in 32 bits.
  const yearlyHires = forecast === null ? told : Math.fround(Math.round(forecast.expected * 200) / 100);
  if (yearlyHires !== null) hires = (affinity * yearlyHires) / 2;
  else if (least !== null && most !== null && yearlyEntryRate !== null) {
    hires = ((affinity * yearlyEntryRate) / 2) * ((least + most) / 2);
  }
  const potential = hires === null ? 0 : Math.round((600 * hires) / (hires + 0.5));
  const counted = isApproximate ? Math.max(distanceM, 3_000) : distanceM;
  const distance = Math.round((300 * 10_000 * 10_000) / (counted * counted + 10_000 * 10_000));
  return potential + distance + Math.round((100 * rank) / 14);
}

/** Its SIREN; an establishment whose source has none stands alone. */
function unitOf({ siret }: Pick<Establishment, 'siret'>): string {
  return siret.startsWith('000000000') ? siret : siret.slice(0, 9);
}

/** The first candidate of each employer, in the order given, and how many others it has. */
function firstOfEachUnit(
  inOrder: readonly Candidate[],
): readonly { readonly first: Candidate; readonly otherSites: number }[] {
  const units = [...new Set(inOrder.map(unitOf))];
  return units.map((unit) => {
    const sites = inOrder.filter((candidate) => unitOf(candidate) === unit);
    return { first: sites[0]!, otherSites: sites.length - 1 };
  });
}

function countUnits(
  candidates: readonly Candidate[],
  key: (candidate: Candidate) => string | null,
): Record<string, number> {
  const units: Record<string, Set<string>> = {};
  for (const candidate of candidates) {
    const name = key(candidate);
    if (name !== null) (units[name] ??= new Set()).add(unitOf(candidate));
  }
  return Object.fromEntries(Object.entries(units).map(([name, set]) => [name, set.size]));
}
