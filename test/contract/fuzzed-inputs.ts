import fc from 'fast-check';

/** Anything at all, with what JavaScript can hold and JSON cannot. */
const anything = fc.anything({
  maxDepth: 2,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Values that a wrong program, or a hostile one, would put in a field. */
const suspicious = fc.oneof(
  fc.constantFrom<unknown>(
    ...['', ' ', '%', '_', '"', "'", '*', '(', ')', 'NEAR', 'AND', '\0', '\uD800', '../../etc/passwd'],
  ),
  fc.constantFrom<unknown>(
    "' OR 1=1 --",
    'é'.repeat(200),
    'a '.repeat(100),
    '𝔪𝔢𝔱𝔷',
    'ﬁ',
    'ｍｅｔｚ',
    '٥٧',
    '57463 ',
    '2a004',
  ),
  fc.constantFrom<unknown>(0, -0, -1, 0.5, 1e21, 2 ** 53, Number.NaN, Infinity, -Infinity, 1n, null, undefined, true),
  fc.constantFrom<unknown>([], {}, [null], { length: 3 }, new Date(0), /x/, Symbol.iterator, () => 1),
  fc.constantFrom<unknown>(
    '57463',
    'D1106',
    'Z9999',
    '00000',
    '00000000000000',
    '99999999999999',
    'private',
    'agency',
    'plain',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  anything,
);

/** A valid input with some of its fields changed, taken away, or joined by others. */
function mutated(valid: object): fc.Arbitrary<unknown> {
  const field = fc.constantFrom(...Object.keys(valid), 'extra', '__proto__', 'constructor', 'toString');
  const change = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('set'), field, value: suspicious }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), field, value: fc.constant(null) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('inside'), field, value: suspicious }) },
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const input = structuredClone(valid) as Record<string, unknown>;
    for (const { kind, field: name, value } of changes) {
      const present = input[name];
      if (kind === 'remove') Reflect.deleteProperty(input, name);
      else if (kind === 'inside' && Array.isArray(present)) present.push(value);
      else Object.defineProperty(input, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return input;
  });
}

/** Inputs that satisfy the schema more often than not: other occupations, places, radii and words. */
function plausible(valid: object): fc.Arbitrary<unknown> {
  const words = fc.constantFrom(
    'metz',
    'st julien',
    '57',
    '57000',
    'CEDEX',
    'boulang',
    'cuis rest',
    'd1106',
    'vendeuse',
    'ééé',
    '%',
    '3d',
  );
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    text: fc.oneof(
      words,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    ),
    limit: fc.integer({ min: 0, max: 101 }),
    rome: fc.constantFrom('D1102', 'L1510', 'A1101', 'M1607'),
    romes: fc.array(fc.constantFrom('D1102', 'D1106', 'K1304', 'M1607', 'A1101'), { maxLength: 6 }),
    communeCode: fc.constantFrom('57463', '2A004', '97411', '98818', '57600', '75056', '00000'),
    radiusKm: fc.integer({ min: 0, max: 201 }),
    group: fc.constantFrom('private', 'public', 'agency'),
    sections: fc.subarray(['A', 'C', 'G', 'I', 'U'], { minLength: 0 }),
    sizes: fc.subarray(['1-9', '10-49', '50-249', '250+']),
    order: fc.constantFrom('plain', 'spread'),
    seed: fc.string({ unit: 'binary', maxLength: 70 }),
    offset: fc.constantFrom(0, 1, 20, 1_000_000, 1_000_001),
    siret: fc.constantFrom('30000791900013', '40076022400013', '00000000000000', '20091860400013', '3000079190001'),
    name: fc.constantFrom('own', 'demonstration', 'other'),
    folderId: fc.constantFrom('folder-1', 'folder-999999999', 'folder-0', '../folder-1'),
    zoom: fc.constantFrom(90, 100, 95),
    theme: fc.constantFrom('system', 'dark', 'pink'),
  };
  const entries = Object.entries(valid).map(([name, value]) => [
    name,
    fc.oneof(fc.constant<unknown>(value), values[name] ?? suspicious),
  ]);
  return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<unknown>>);
}

export function fuzzed(valid: object): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 5, arbitrary: mutated(valid) },
    { weight: 4, arbitrary: plausible(valid) },
  );
}
