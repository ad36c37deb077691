/**
 * Integer hashing with 32-bit multiplications only: same bits on every engine.
 * `hashText` is FNV-1a over UTF-16 code units; `mix` is the finaliser of MurmurHash3 (public domain).
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mix(hash);
}

export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number strictly between 0 and 1 from two 32-bit seeds: (h + 0.5) / 2^32 is exact in a double. */
export function unitFromHash(seed: number, salt: number): number {
  return (mix(mix(seed) ^ Math.imul(salt, 0x9e3779b1)) + 0.5) / 4294967296;
}

/** A deterministic stream of numbers in [0, 1): the demonstration is made of it, never security. */
export function seededStream(seed: number): () => number {
  let state = mix(seed);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 4294967296;
  };
}
