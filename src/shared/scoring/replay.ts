import { roundedHires, type ExpectedHires } from '../domain/market/expected-hires.rules.ts';
import { distanceMetres, type Position } from '../kernel/geo.ts';
import type { Weights } from './employers.v1.ts';
import type { Engine, Engines } from './engines.ts';
import { PLAIN_NEIGHBOURS, SHOWN_NEIGHBOURS, type PlacedInputs, type ShownRow } from './shown-place.ts';

/** The figures of a kept suggestion: all that its engine gave, and all that it read. */
export interface ReplayedSnapshot {
  readonly engineVersion: string;
  readonly query: {
    readonly radiusKm: number;
    readonly departements?: readonly string[] | undefined;
    /** Those that were moved; absent, those of the engine. */
    readonly weights?: Weights | undefined;
  };
  readonly order: 'plain' | 'spread';
  readonly seed: string;
  readonly position: number;
  readonly rank: number;
  readonly eligible: number;
  readonly score: number;
  readonly factors: readonly { readonly name: string; readonly contribution: number }[];
  readonly potential: ExpectedHires;
  readonly distanceKm: number;
  readonly centre: Position;
  readonly inputs: PlacedInputs;
  readonly neighbours: readonly ShownRow[];
}

/** `engine-retired`: the formula that gave these figures is not in this version of the application any more. */
export type Replay = 'same' | 'different' | 'engine-retired';

/**
 * Computes again what was shown when somebody decided (rule R6), from what the decision kept and nothing else: neither
 * the data of that day nor the search is needed. Distances, expected hires, contributions and scores of the row and of
 * its neighbours, their order by score and their order on screen must all come out as they were.
 *
 * Not computed again, for it takes the whole list: how many employers it held beyond these rows, and the place of a
 * neighbour in the order that did not make it one.
 */
export function replaySnapshot(snapshot: ReplayedSnapshot, engines: Engines): Replay {
  const engine = Object.hasOwn(engines, snapshot.engineVersion) ? engines[snapshot.engineVersion] : undefined;
  if (engine === undefined) return 'engine-retired';
  const { inputs, score, rank, position, neighbours } = snapshot;
  const rows = [{ ...inputs, score, rank, position }, ...neighbours];
  const isSame =
    rows.every((row) => givesRow(engine, snapshot, row)) &&
    givesFigures(engine, snapshot) &&
    standIn(plainOrder(rows), snapshot, { place: rank, reach: PLAIN_NEIGHBOURS, placeOf: (row) => row.rank }) &&
    standIn(shownOrder(engine, rows, snapshot), snapshot, {
      place: position,
      reach: SHOWN_NEIGHBOURS,
      placeOf: (row) => row.position,
    }) &&
    (snapshot.order === 'spread' || rows.every((row) => row.position === row.rank));
  return isSame ? 'same' : 'different';
}

function givesRow(engine: Engine, { centre, query }: ReplayedSnapshot, row: ShownRow): boolean {
  const distanceM = distanceMetres(centre, { lat: row.latMicro / 1e6, lon: row.lonMicro / 1e6 });
  const isReached =
    distanceM <= query.radiusKm * 1000 || (query.departements ?? []).includes(row.departement ?? NOWHERE);
  return distanceM === row.distanceM && isReached && scoreOf(engine, query, row) === row.score;
}

const NOWHERE = '';

/** What is kept of the row itself besides its score. */
function givesFigures(engine: Engine, { query, inputs, factors, potential, distanceKm }: ReplayedSnapshot): boolean {
  const contributions = engine.contributions(inputs, query.weights ?? engine.weights);
  const names = Object.keys(engine.weights);
  const hires = roundedHires(engine.expectedHires(inputs));
  return (
    distanceKm === inputs.distanceM / 1000 &&
    factors.length === contributions.length &&
    factors.every(({ name, contribution }, index) => name === names[index] && contribution === contributions[index]) &&
    potential.basis === hires.basis &&
    potential.expected === hires.expected &&
    potential.low === hires.low &&
    potential.high === hires.high
  );
}

function scoreOf(engine: Engine, { weights }: ReplayedSnapshot['query'], inputs: PlacedInputs): number {
  const [potential, distance, size] = engine.contributions(inputs, weights ?? engine.weights);
  return potential + distance + size;
}

function plainOrder(rows: readonly ShownRow[]): readonly ShownRow[] {
  return [...rows].sort((a, b) => b.score - a.score || Number(a.siret) - Number(b.siret));
}

function shownOrder(
  engine: Engine,
  rows: readonly ShownRow[],
  { order, seed, query }: ReplayedSnapshot,
): readonly ShownRow[] {
  if (order === 'plain') return plainOrder(rows);
  const drawn = engine.variedOrder(
    rows.map((row) => ({ row, siret: Number(row.siret), score: row.score })),
    seed,
    query.weights ?? engine.weights,
  );
  return drawn.map(({ row }) => row);
}

/** Whether rows put in order have growing places of the list, with nobody missing within reach of one place. */
function standIn(
  inOrder: readonly ShownRow[],
  { eligible }: ReplayedSnapshot,
  near: { readonly place: number; readonly reach: number; readonly placeOf: (row: ShownRow) => number },
): boolean {
  const places = inOrder.map(near.placeOf);
  const within = places.filter((place) => Math.abs(place - near.place) <= near.reach);
  const first = Math.max(1, near.place - near.reach);
  const last = Math.min(eligible, near.place + near.reach);
  return (
    places.every(
      (place, index) => place >= 1 && place <= eligible && (index === 0 || place > (places[index - 1] ?? 0)),
    ) && within.length === last - first + 1
  );
}
