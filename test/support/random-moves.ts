import fc from 'fast-check';

const MOVES = [
  'say',
  'switch',
  'confirm',
  'tag',
  'close',
  'give',
  'erase',
  'list',
  'look',
  'meet',
  'receive',
  'move',
  'attend',
  'contact',
  'agree',
  'revise',
  'progress',
  'decide',
  'approach',
  'add',
  'dismiss',
  'optOut',
  'report',
  'write',
  'withdraw',
  'read',
  'engage',
  'tell',
  'keep',
  'undo',
  'again',
  'stale',
] as const;

/** What may still be done once the file is erased. */
export const OF_NO_FILE: ReadonlySet<string> = new Set<(typeof MOVES)[number]>([
  'list',
  'look',
  'dismiss',
  'optOut',
  'report',
]);

/** One thing done in a file: which, and what the rest of it is drawn from. */
export interface Move {
  readonly move: (typeof MOVES)[number];
  readonly draw: number;
}

/** What happens in one case file after its creation. */
export const aSequence: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ move: fc.constantFrom(...MOVES), draw: fc.integer({ min: 0, max: 2 ** 31 - 1 }) }),
  { maxLength: 14 },
);
