/**
 * The demonstration: real communes, real nomenclatures, and companies that do not exist. It lets anyone open the
 * application and see every screen at work before their organisation has given it a single file.
 */
import type {
  HirePairRecord,
  PlaceRecord,
  ReferenceRecords,
} from '../../../shared/domain/dataset/reference-records.ts';
import { hashText, mix, unitFromHash } from '../../../shared/kernel/hash.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { generateEstablishments } from './establishments.ts';
import type { AuthoredOccupations, AuthoredSectors, DemonstrationInputs, Geography } from './inputs.ts';

export interface DemonstrationRequest extends DemonstrationInputs {
  readonly seed: number;
  /** The hires counted are those of the twelve months before it: they change with its month, nothing else does. */
  readonly today: LocalDate;
}

/** Same request, same records; each iterable can be read several times. */
export function generateDemonstration(request: DemonstrationRequest): ReferenceRecords {
  const { geography, occupations, sectors, seed, today } = request;
  const authored = occupations.occupations;
  return {
    occupations: authored.map(({ rome, label }) => ({ rome, label })),
    titles: authored.flatMap(({ rome, titles }) =>
      titles.map((title, index) => ({ rome, title, isPrincipal: index === 0 })),
    ),
    texts: authored.map(({ rome, definition }) => ({ rome, definition })),
    mobility: authored.flatMap(({ rome, neighbours }) =>
      neighbours.map((neighbour) => ({ rome, targetRome: neighbour.rome, kind: neighbour.kind })),
    ),
    sectors: geography.sectors.map(([naf, label]) => ({ naf, label })),
    hirePairs: repeatable(() => hirePairs(occupations, sectors, seed)),
    contactModes: authored.flatMap(({ rome, contact }) =>
      contact.flatMap(({ mode, divisions }) => divisions.map((division) => ({ division, rome, mode }))),
    ),
    tension: occupations.tension.flatMap(({ code, label, percent, romes }) =>
      romes.map((rome) => ({ rome, familyCode: code, familyLabel: label, percent })),
    ),
    places: repeatable(() => places(geography)),
    establishments: repeatable(() => generateEstablishments(request, seed, today)),
    forecasts: [],
  };
}

/** Hires of each sector for each occupation: the authored share of the authored volume, give or take a tenth. */
function* hirePairs(
  { occupations }: AuthoredOccupations,
  { sectors }: AuthoredSectors,
  seed: number,
): Generator<HirePairRecord> {
  const hiresOf = new Map(sectors.map(({ naf, hires }) => [naf, hires]));
  for (const { rome, affinities } of occupations) {
    for (const [naf, perThousand] of affinities) {
      const exact = ((hiresOf.get(naf) ?? 0) * perThousand) / 1000;
      const varied = exact * (0.9 + 0.2 * unitFromHash(mix(seed ^ 3), hashText(`${rome}${naf}`)));
      yield { rome, naf, hires: Math.max(1, Math.round(varied)) };
    }
  }
}

function* places(geography: Geography): Generator<PlaceRecord> {
  for (const [communeCode, name, , postcodes, lat, lon] of geography.communes.rows) {
    for (const postcode of postcodes) yield { communeCode, name, postcode, lat, lon };
  }
}

function repeatable<T>(make: () => Iterator<T>): Iterable<T> {
  return { [Symbol.iterator]: make };
}
