import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  suggestionSnapshotSchema,
  type SuggestionSnapshot,
} from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { CURRENT_ENGINE, ENGINES, type Engine, type Engines } from '../../../src/shared/scoring/engines.ts';
import { replaySnapshot } from '../../../src/shared/scoring/replay.ts';
import { anEstablishment } from '../../support/establishments.ts';
import { snapshotIn, type Shown } from './random-snapshots.ts';
import { worlds, type World } from './random-worlds.ts';

const SLOW = 60_000;

const ways: fc.Arbitrary<Shown> = fc.record({
  order: fc.constantFrom('plain', 'spread'),
  seed: fc.string({ maxLength: 64 }),
  pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

const inhabited = worlds.filter(({ establishments }) => establishments.length > 60);

/** A successor as the guide has it: other weights, other curves, and the first formula still beside it. */
const successor: Engine = {
  version: 'employers.v3',
  weights: { potential: 500, distance: 300, size: 200 },
  expectedHires: (inputs) => ENGINES['employers.v1']!.expectedHires({ ...inputs, affinity: inputs.affinity / 2 }),
  contributions(inputs) {
    const { expected } = successor.expectedHires(inputs);
    return [
      Math.round((500 * (expected ?? 0)) / ((expected ?? 0) + 1)),
      Math.round(300 / (1 + inputs.distanceM / 5_000)),
      inputs.band >= '11' ? 200 : 0,
    ];
  },
  variedOrder: ENGINES['employers.v1']!.variedOrder,
};
const bothEngines: Engines = { ...ENGINES, [successor.version]: successor };

/** A street of Metz where every figure counts: all within three kilometres, some by their counts, some by their band. */
const STREET: World = {
  establishments: [
    ['02', null, '1071C'],
    ['12', null, '1071C'],
    ['03', null, '1071C'],
    ['21', 3, '5610A'],
    ['01', 9, '5610A'],
    ['11', 30, '5610A'],
    ['03', null, '1071C'],
  ].map(([band, yearlyHires, naf], index) =>
    anEstablishment({
      siret: String(30_000_000_000_013 + index * 7_919_000_000),
      band: band as '02',
      yearlyHires: yearlyHires as number | null,
      naf: naf as string,
      latMicro: 49_112_000 + index * 3_000,
      lonMicro: 6_178_000 + index * 500,
    }),
  ),
  question: {
    centre: { lat: 49.1108, lon: 6.1769 },
    radiusM: 30_000,
    sectors: {
      '1071C': { affinity: 0.4, yearlyEntryRate: 0.4 },
      '5610A': { affinity: 0.1, yearlyEntryRate: null },
    },
    group: 'private',
    sections: [],
    sizes: [],
    hiddenSites: [],
    setAside: [],
  },
};

type Path = readonly (string | number)[];

/** Every number, and every band and approximation, that a snapshot holds. */
function figuresOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'number' || typeof value === 'boolean' || path.at(-1) === 'band') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => figuresOf(inside, [...path, key]));
}

/** The same snapshot with one figure that is not what it was. */
function changedAt(snapshot: SuggestionSnapshot, path: Path): SuggestionSnapshot {
  const copy = structuredClone(snapshot);
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  const name = path.at(-1)!;
  const values = holder as Record<string, unknown>;
  const value = values[name];
  const others: Readonly<Record<string, (figure: number) => number>> = {
    latMicro: (figure) => figure + 20_000,
    lonMicro: (figure) => figure + 20_000,
    lat: (figure) => figure + 0.02,
    lon: (figure) => figure + 0.02,
    affinity: (figure) => figure / 2,
    yearlyEntryRate: (figure) => figure * 2,
    yearlyHires: (figure) => figure + 20,
    radiusKm: () => 1,
    distanceKm: (figure) => figure + 0.001,
    expected: (figure) => figure + 0.001,
    low: (figure) => figure + 0.001,
    high: (figure) => figure + 0.001,
  };
  if (typeof value === 'boolean') values[name] = !value;
  else if (name === 'band') values[name] = '53';
  else values[name] = (others[name] ?? ((figure: number): number => figure + 1))(value as number);
  return copy;
}

describe('computing a kept suggestion again', () => {
  it(
    'gives the same figures and the same orders, from what was kept and nothing else',
    () => {
      let replayed = 0;
      fc.assert(
        fc.property(inhabited, ways, (world, way) => {
          const snapshot = snapshotIn(world, way, CURRENT_ENGINE);
          if (snapshot === null) return;
          replayed += 1;
          expect(replaySnapshot(snapshot, ENGINES)).toBe('same');
          expect(JSON.stringify(snapshot).length).toBeLessThan(6_000);
        }),
        { numRuns: 1_600 },
      );
      expect(replayed).toBeGreaterThan(1_000);
    },
    SLOW,
  );

  it('tells a single changed figure, whichever it is', () => {
    for (const order of ['plain', 'spread'] as const) {
      const snapshot = snapshotIn(STREET, { order, seed: '2026-W38', pick: 0.6 }, CURRENT_ENGINE)!;
      expect(snapshot).toMatchObject({ rank: 5, eligible: 7 });
      expect(replaySnapshot(snapshot, ENGINES)).toBe('same');
      const figures = figuresOf(snapshot);
      expect(figures.length).toBeGreaterThan(60);
      for (const path of figures) {
        expect([path.join('.'), replaySnapshot(changedAt(snapshot, path), ENGINES)]).toEqual([
          path.join('.'),
          'different',
        ]);
      }
    }
  });

  it(
    'tells a changed figure of any list',
    () => {
      fc.assert(
        fc.property(inhabited, ways, fc.nat(), (world, way, draw) => {
          const snapshot = snapshotIn(world, way, CURRENT_ENGINE);
          if (snapshot === null) return;
          const paths: readonly Path[] = [
            ['score'],
            ['rank'],
            ['position'],
            ['distanceKm'],
            ['factors', draw % 3, 'contribution'],
            ['inputs', 'distanceM'],
            ...snapshot.neighbours.flatMap((_, index): Path[] => [
              ['neighbours', index, 'score'],
              ['neighbours', index, 'distanceM'],
            ]),
          ];
          const path = paths[draw % paths.length]!;
          expect(replaySnapshot(changedAt(snapshot, path), ENGINES)).toBe('different');
        }),
        { numRuns: 500 },
      );
    },
    SLOW,
  );

  it('tells another seed, an exchanged place, a row that is missing and a factor by another name', () => {
    const snapshot = snapshotIn(STREET, { order: 'spread', seed: '2026-W36', pick: 0.6 }, CURRENT_ENGINE)!;
    const [first, second, ...others] = snapshot.neighbours;
    const exchanged = [
      { ...first!, position: second!.position },
      { ...second!, position: first!.position },
    ];
    const [potential, ...factors] = snapshot.factors;
    for (const changed of [
      { ...snapshot, seed: '2026-W37' },
      { ...snapshot, order: 'plain' as const },
      { ...snapshot, neighbours: [...exchanged, ...others] },
      { ...snapshot, neighbours: snapshot.neighbours.filter(({ rank }) => rank !== snapshot.rank - 1) },
      { ...snapshot, factors: [{ ...potential!, name: 'size' as const }, ...factors] },
      { ...snapshot, factors },
      { ...snapshot, potential: { ...snapshot.potential, basis: 'none' as const } },
    ]) {
      expect(replaySnapshot(changed, ENGINES)).toBe('different');
    }
  });

  it(
    'uses the formula of that day when another one ranks today',
    () => {
      let differing = 0;
      fc.assert(
        fc.property(inhabited, ways, (world, way) => {
          const before = snapshotIn(world, way, CURRENT_ENGINE);
          const after = snapshotIn(world, way, successor);
          if (before === null || after === null) return;
          expect(replaySnapshot(before, bothEngines)).toBe('same');
          expect(replaySnapshot(after, bothEngines)).toBe('same');
          const disguised = { ...before, engineVersion: successor.version };
          if (replaySnapshot(disguised, bothEngines) === 'different') differing += 1;
        }),
        { numRuns: 300 },
      );
      expect(differing).toBeGreaterThan(150);
    },
    SLOW,
  );

  it('says that a formula is no longer there, rather than using another one', () => {
    const snapshot = snapshotIn(STREET, { order: 'plain', seed: '', pick: 0 }, CURRENT_ENGINE)!;
    expect(replaySnapshot(snapshot, {})).toBe('engine-retired');
    expect(replaySnapshot(snapshot, { [successor.version]: successor })).toBe('engine-retired');
    expect(replaySnapshot({ ...snapshot, engineVersion: 'toString' }, ENGINES)).toBe('engine-retired');
  });

  it.each(['employers.v1', 'employers.v2'])('gives what %s gave when its first snapshots were kept', (version) => {
    const file = `${version.replace('.', '-')}-snapshot.json`;
    const snapshot = suggestionSnapshotSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
    expect(snapshot.engineVersion).toBe(version);
    expect(replaySnapshot(snapshot, ENGINES)).toBe('same');
  });
});
