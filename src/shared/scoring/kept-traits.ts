import { KIND_OF_TRAITS, SIZE_KINDS } from './blocks.ts';
import { BAND_BITS, BAND_FACTS, GROUP_BITS, GROUP_ORDER, GROUP_SHIFT } from './employer-columns.ts';
import type { EmployerQuestion } from './employer-question.ts';

export const SECTION_COUNT = 21;
export const SIZE_COUNT = 4;

/** Bits of what a row counts for: the size classes, then the groups, then whether it counts for its section. */
const GROUP_BIT = SIZE_COUNT;
export const SECTION_BIT = SIZE_COUNT + GROUP_ORDER.length;

type Filters = Pick<EmployerQuestion, 'group' | 'sizeMask'>;

/** @param size index of a size class, SIZE_COUNT where the headcount is not known */
export function isSizeKept({ sizeMask }: Pick<Filters, 'sizeMask'>, size: number): boolean {
  return sizeMask === 0 || (size < SIZE_COUNT && (sizeMask & (1 << size)) !== 0);
}

/** What a row counts for, by its traits: a bit for its size class, one for its group, one for its section. */
export function bitsOfTraits(filters: Filters, isSectionKept: boolean): Uint8Array {
  return remembered(bitsKnown, `${filters.group} ${filters.sizeMask} ${isSectionKept}`, () =>
    Uint8Array.from(KIND_OF_TRAITS, (kind) => {
      const group = Math.floor(kind / SIZE_KINDS);
      const size = kind - group * SIZE_KINDS;
      if (group >= GROUP_ORDER.length) return 0;
      const isOwn = group === filters.group;
      const isOfSize = isSizeKept(filters, size);
      return (
        (isSectionKept && isOfSize ? 1 << (GROUP_BIT + group) : 0) |
        (isSectionKept && isOwn && size < SIZE_COUNT ? 1 << size : 0) |
        (isOfSize && isOwn ? 1 << SECTION_BIT : 0)
      );
    }),
  );
}

interface KeptTraits {
  /** Bands that the size filter keeps, a bit each. */
  readonly bands: number;
  /** 1 for the traits that the group and the size filter keep. */
  readonly isKept: Uint8Array;
}

export function keptTraits(filters: Filters): KeptTraits {
  return remembered(keptKnown, `${filters.group} ${filters.sizeMask}`, () => {
    const bands = BAND_FACTS.reduce(
      (kept, { size }, band) => (isSizeKept(filters, size < 0 ? SIZE_COUNT : size) ? kept | (1 << band) : kept),
      0,
    );
    const isKept = Uint8Array.from({ length: 256 }, (_, of) =>
      ((of >> GROUP_SHIFT) & GROUP_BITS) === filters.group && (bands & (1 << (of & BAND_BITS))) !== 0 ? 1 : 0,
    );
    return { bands, isKept };
  });
}

/** There are few filters: their tables are made once. */
const bitsKnown = new Map<string, Uint8Array>();
const keptKnown = new Map<string, KeptTraits>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
