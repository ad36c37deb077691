import { compareText } from '../../../shared/kernel/text.ts';
import { distanceMetres, type Position } from '../../../shared/kernel/geo.ts';
import type { CommuneRow, Geography } from './inputs.ts';
import type { Draw } from '../../../shared/kernel/draw.ts';

/** How many establishments a commune receives; `isTown`: it receives one of each everyday sector first. */
export interface TownShare {
  readonly commune: Town;
  readonly isTown: boolean;
  readonly count: number;
}

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly postcodes: readonly string[];
  readonly centre: Position;
  readonly population: number;
}

/** From this population on, the everyday sectors are all there. */
const TOWN_POPULATION = 20_000;

/** Paris, Lyon and Marseille stand here through their arrondissements, as in the register of establishments. */
const CITIES_OF_ARRONDISSEMENTS: ReadonlySet<string> = new Set(['75056', '69123', '13055']);

/** Collectivities that the register of establishments (SIRENE) does not cover. */
const OUTSIDE_REGISTER = /^98[4-9]/;

/** Where the demonstration is shown: enough establishments around for the list, the map and the radius to say something. */
const SHOWN_PLACES: readonly { readonly code: string; readonly radiusKm: number; readonly atLeast: number }[] = [
  { code: '57463', radiusKm: 15, atLeast: 300 }, // Metz
  { code: '35238', radiusKm: 15, atLeast: 180 }, // Rennes
  { code: '59350', radiusKm: 15, atLeast: 200 }, // Lille
  { code: '44109', radiusKm: 15, atLeast: 180 }, // Nantes
  { code: '13201', radiusKm: 15, atLeast: 180 }, // Marseille
  { code: '87085', radiusKm: 15, atLeast: 160 }, // Limoges
  { code: '97120', radiusKm: 20, atLeast: 120 }, // Pointe-à-Pitre
  { code: '97105', radiusKm: 0, atLeast: 45 }, // Overseas prefectures: Basse-Terre
  { code: '97209', radiusKm: 0, atLeast: 45 }, // Fort-de-France
  { code: '97302', radiusKm: 0, atLeast: 45 }, // Cayenne
  { code: '97411', radiusKm: 0, atLeast: 45 }, // Saint-Denis
  { code: '97611', radiusKm: 0, atLeast: 45 }, // Mamoudzou
];

/** Shares `total` establishments between communes: towns first, then the places shown, the rest by population. */
export function shareBetweenTowns(
  geography: Geography,
  everydaySectors: number,
  total: number,
  draw: Draw,
): TownShare[] {
  const towns = geography.communes.rows
    .map(toTown)
    .filter(isCovered)
    .sort((a, b) => compareText(a.code, b.code));
  const counts = new Map<string, number>();
  for (const town of towns) if (town.population >= TOWN_POPULATION) counts.set(town.code, everydaySectors);
  const afterTowns = total - sum(counts);
  // Nine in ten of what is left follow the population; the last tenth waits to see what the places shown still lack.
  spread(towns, Math.floor(afterTowns * 0.9), counts, draw);
  for (const place of SHOWN_PLACES) topUp(towns, place, counts, draw);
  spread(towns, Math.max(0, total - sum(counts)), counts, draw);
  return towns
    .filter((town) => counts.has(town.code))
    .map((town) => ({
      commune: town,
      isTown: town.population >= TOWN_POPULATION,
      count: counts.get(town.code) ?? 0,
    }));
}

function toTown([code, name, departement, postcodes, lat, lon, population]: CommuneRow): Town {
  return { code, name, departement, postcodes, centre: { lat, lon }, population };
}

function isCovered(town: Town): boolean {
  return town.population > 0 && !CITIES_OF_ARRONDISSEMENTS.has(town.code) && !OUTSIDE_REGISTER.test(town.code);
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/**
 * Systematic sampling on the cumulated population: each commune receives its share to within one, and the whole is
 * exactly `count`, which independent draws would not give.
 */
function spread(towns: readonly Town[], count: number, counts: Map<string, number>, draw: Draw): void {
  if (count <= 0) return;
  const population = towns.reduce((total, town) => total + town.population, 0);
  const step = population / count;
  const start = draw.unit();
  let seen = 0;
  let given = 0;
  for (const town of towns) {
    seen += town.population;
    const upTo = Math.min(count, Math.ceil(seen / step - start));
    if (upTo > given) counts.set(town.code, (counts.get(town.code) ?? 0) + upTo - given);
    given = Math.max(given, upTo);
  }
  const last = towns.at(-1);
  if (given < count && last !== undefined) counts.set(last.code, (counts.get(last.code) ?? 0) + count - given);
}

function topUp(
  towns: readonly Town[],
  place: { readonly code: string; readonly radiusKm: number; readonly atLeast: number },
  counts: Map<string, number>,
  draw: Draw,
): void {
  const centre = towns.find(({ code }) => code === place.code)?.centre;
  if (centre === undefined) return;
  const around = towns.filter(
    (town) => town.code === place.code || distanceMetres(centre, town.centre) <= place.radiusKm * 1000,
  );
  const present = around.reduce((total, town) => total + (counts.get(town.code) ?? 0), 0);
  spread(around, place.atLeast - present, counts, draw);
}
