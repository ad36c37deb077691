import fc from 'fast-check';
import { PLAUSIBLE } from './plausible-values.ts';

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

/** A valid input with some of its fields changed, taken away, or joined by others, at the top or one level below. */
function mutated(valid: object): fc.Arbitrary<unknown> {
  const field = fc.constantFrom(...Object.keys(valid), 'extra', '__proto__', 'constructor', 'toString');
  const at = fc.nat(20);
  const change = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('set'), field, at, value: suspicious }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), field, at, value: fc.constant(null) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('inside'), field, at, value: suspicious }) },
  );
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const input = structuredClone(valid) as Record<string, unknown>;
    for (const { kind, field: name, at: index, value } of changes) {
      const present = Object.hasOwn(input, name) ? input[name] : undefined;
      if (kind === 'remove') Reflect.deleteProperty(input, name);
      else if (kind === 'inside' && Array.isArray(present)) present.push(value);
      else if (kind === 'inside' && typeof present === 'object' && present !== null) {
        const names = [...Object.keys(present), 'extra', '__proto__'];
        put(present, names[index % names.length] ?? 'extra', value);
      } else put(input, name, value);
    }
    return input;
  });
}

function put(object: object, name: string, value: unknown): void {
  // An array takes few values as its length, an array of numbers only numbers, and no message could carry the others.
  if (ArrayBuffer.isView(object) || (Array.isArray(object) && name === 'length')) return;
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Inputs that satisfy the schema more often than not; `others` are further values of some fields. */
function plausible(valid: object, others: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<unknown> {
  const entries = Object.entries(valid).map(([name, value]) => {
    const further = others[name] ?? [];
    const known = fc.constantFrom<unknown>(value, value, ...further);
    return [name, fc.oneof(known, PLAUSIBLE[name] ?? suspicious)];
  });
  return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<unknown>>);
}

/** `anything`, junk around a valid input, or other plausible values. */
export function fuzzed(
  valid: object,
  others: Readonly<Record<string, readonly unknown[]>> = {},
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 5, arbitrary: mutated(valid) },
    { weight: 4, arbitrary: plausible(valid, others) },
  );
}
