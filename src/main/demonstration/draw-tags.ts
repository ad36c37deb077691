import { drawFrom } from '../../shared/kernel/draw.ts';
import { mix } from '../../shared/kernel/hash.ts';

/** What the agency of the demonstration sorts files by: workshops and steps, never who somebody is. */
export const DEMONSTRATION_TAGS = [
  { id: '0199d000-0000-7000-8000-00000000a001', name: 'Atelier CV inscrit' },
  { id: '0199d000-0000-7000-8000-00000000a002', name: 'Immersion possible' },
  { id: '0199d000-0000-7000-8000-00000000a003', name: 'Mobilité à préparer' },
  { id: '0199d000-0000-7000-8000-00000000a004', name: 'Simulation d’entretien faite' },
  { id: '0199d000-0000-7000-8000-00000000a005', name: 'Forum de l’emploi' },
  { id: '0199d000-0000-7000-8000-00000000a006', name: 'Enquête métier en cours' },
] as const;

/** In a hundred files: those that wear a tag, and those of them that wear two. */
const TAGGED_PERCENT = 40;
const TWO_TAGS_PERCENT = 25;

/** Tags of the nth file: drawn by its place in the list alone, so that no tag goes with a name or a trade. */
export function tagsOf(index: number): readonly string[] {
  const draw = drawFrom(mix(0x7a65) ^ mix(index));
  if (!draw.percent(TAGGED_PERCENT)) return [];
  const count = draw.percent(TWO_TAGS_PERCENT) ? 2 : 1;
  return draw
    .shuffled(DEMONSTRATION_TAGS)
    .slice(0, count)
    .map(({ id }) => id);
}
