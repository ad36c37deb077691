import { cosDegrees, type Position } from '../../../shared/kernel/geo.ts';
import type { Draw } from '../../../shared/kernel/draw.ts';
import type { AuthoredNames } from './inputs.ts';
import type { Town } from './towns.ts';

const METRES_PER_DEGREE = 111_195;
const FARTHEST_M = 2_000;
/** Arrondissements of Paris, Lyon and Marseille are small and full. */
const ARRONDISSEMENT_M = 700;

/**
 * A point around the centre of a commune, denser near it. How far depends on the population, which is all that is
 * known of a commune's extent here: a village keeps its establishments within a few hundred metres.
 */
export function pointIn(town: Town, draw: Draw): Position {
  const reach = town.name.includes('Arrondissement')
    ? ARRONDISSEMENT_M
    : Math.min(FARTHEST_M, 300 + 5.5 * Math.sqrt(town.population));
  // Drawn in the disc by refusal: no sine, so that every engine gives the same bits.
  let x: number;
  let y: number;
  do {
    x = 2 * draw.unit() - 1;
    y = 2 * draw.unit() - 1;
  } while (x * x + y * y > 1);
  const closer = Math.sqrt(draw.unit());
  const north = (y * closer * reach) / METRES_PER_DEGREE;
  const east = (x * closer * reach) / (METRES_PER_DEGREE * cosDegrees(town.centre.lat));
  return { lat: rounded(town.centre.lat + north), lon: rounded(town.centre.lon + east) };
}

/** Five decimals: about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}

export function streetAddress(names: AuthoredNames, isOutOfTown: boolean, draw: Draw): string {
  if (isOutOfTown && draw.percent(70)) {
    const number = draw.below(40) + 1;
    const zone = draw.pick(names.zones);
    return zone.startsWith('zone') || zone.startsWith('parc') ? capitalised(zone) : `${number} ${zone}`;
  }
  const repeated = draw.percent(6) ? ' bis' : '';
  return `${draw.below(120) + 1}${repeated} ${draw.pick(names.streets)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
