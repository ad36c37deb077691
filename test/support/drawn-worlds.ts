import { HEADCOUNT_BANDS } from '../../src/shared/domain/employer/headcount.ts';
import type { Position } from '../../src/shared/kernel/geo.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import { legalUnitAt, siretAt, traitsOf } from '../../src/shared/scoring/employer-columns.ts';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import type { Weights } from '../../src/shared/scoring/employers.v1.ts';
import { toEngineColumns, type EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { layOutColumns } from '../../src/shared/scoring/lay-out-columns.ts';

/** Where bounds and series are hardest: Metz, Paris, the islands, the seam of longitudes, the equator, a pole. */
const CENTRES: readonly Position[] = [
  { lat: 49.1108, lon: 6.1769 },
  { lat: 48.8566, lon: 2.3522 },
  { lat: -20.9334, lon: 55.4463 },
  { lat: -13.28, lon: -176.17 },
  { lat: 0.01, lon: -52.3 },
  { lat: -17.6, lon: 179.99 },
  { lat: 60.001, lon: 10 },
  { lat: 89.9, lon: 0 },
];
const NAFS = [
  ...['0000Z', '0111Z', '1071C', '2511Z', '4120A', '4711D', '5610A', '6201Z', '7820Z', '8411Z', '8610Z'],
  ...['9602A', '9900Z'],
];
const DEPARTEMENTS = ['2A', '57', '75', '974'];
const WEIGHTS: readonly Weights[] = [
  { potential: 600, distance: 300, size: 100 },
  { potential: 0, distance: 1, size: 0 },
  { potential: 0, distance: 0, size: 0 },
  { potential: 1000, distance: 0, size: 0 },
  { potential: 0, distance: 0, size: 1000 },
  { potential: 0.5, distance: 333.3, size: 17.25 },
  { potential: 30_000, distance: 30_000, size: 40_000 },
];

type Draw = () => number;

function oneOf<T>(draw: Draw, items: readonly T[]): T {
  return items[Math.floor(draw() * items.length)]!;
}

/** A small country: few or thousands of establishments, heaped, spread or all at one door, employers of many sites. */
export function drawColumns(seed: number): { readonly columns: EngineColumns; readonly centre: Position } {
  const draw = seededStream(seed);
  const centre = oneOf(draw, CENTRES);
  const count = oneOf(draw, [0, 1, 5, 200, 900, 2_500]);
  const spread = oneOf(draw, [0, 0.02, 0.3, 2, 60]);
  const nafs = oneOf(draw, [1, 4, NAFS.length]);
  const perUnit = oneOf(draw, [1, 2, 6, 400]);
  const hasHires = draw() < 0.7;
  const hasForecasts = seed % 3 === 0;
  const rows = {
    ...{ count, departements: DEPARTEMENTS, nafCodes: NAFS },
    siret: new Float64Array(count),
    naf: new Uint32Array(count),
    latMicro: new Int32Array(count),
    lonMicro: new Int32Array(count),
    yearlyHires: new Float32Array(count),
    forecastLow: new Int32Array(hasForecasts ? count : 0).fill(-1),
    forecastHigh: new Int32Array(hasForecasts ? count : 0).fill(-1),
    traits: new Uint8Array(count),
    departement: new Uint8Array(count),
  };
  const units = Math.max(1, Math.round(count / perUnit));
  for (let row = 0; row < count; row += 1) {
    // Unit 0 is the SIREN that some files write for "none": such establishments stand alone.
    const unit = Math.floor(draw() * units);
    rows.siret[row] = (unit === 0 ? 0 : 300_000_000 + unit * 7) * 1e5 + ((row * 7_919) % 100_000);
    rows.naf[row] = Math.floor(draw() * nafs) % NAFS.length;
    const place = draw() < 0.3 ? Math.round(draw() * 4) / 4 : draw();
    const lat = Math.max(-90, Math.min(90, centre.lat + (place - 0.5) * spread));
    const lon = centre.lon + (draw() - 0.5) * spread * 1.4;
    rows.latMicro[row] = Math.round(lat * 1e6);
    rows.lonMicro[row] = Math.round((lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon) * 1e6);
    rows.yearlyHires[row] = hasHires && draw() < 0.4 ? oneOf(draw, [0, 1, 1, 3, 40, 5_000]) : -1;
    if (hasForecasts && rows.yearlyHires[row]! >= 0) {
      rows.yearlyHires[row] = Math.round(rows.yearlyHires[row]! * 0.37 * 100) / 100;
      rows.forecastLow[row] = Math.floor(rows.yearlyHires[row]! / 3);
      rows.forecastHigh[row] = Math.ceil(rows.yearlyHires[row]!);
    }
    rows.traits[row] = traitsOf({
      band: draw() < 0.5 ? 3 : Math.floor(draw() * HEADCOUNT_BANDS.length),
      group: draw() < 0.8 ? 0 : Math.floor(draw() * 3),
      isApproximate: draw() < 0.2,
    });
    rows.departement[row] = draw() < 0.1 ? 255 : Math.floor(draw() * DEPARTEMENTS.length);
  }
  return { columns: toEngineColumns(layOutColumns(rows)), centre };
}

export interface DrawnQuestion {
  readonly question: EmployerQuestion;
  readonly wanted: number;
  readonly weights: Weights;
}

export function drawQuestion(draw: Draw, columns: EngineColumns, around: Position): DrawnQuestion {
  const someRow = (): number => Math.floor(draw() * columns.count);
  const some = (most: number): number => (columns.count === 0 || draw() < 0.6 ? 0 : Math.floor(draw() * most));
  const centre = draw() < 0.7 ? around : oneOf(draw, CENTRES);
  const share = oneOf(draw, [0, 0.2, 0.6, 1]);
  return {
    wanted: oneOf(draw, [0, 1, 2, 10, 50, 100_000]),
    weights: draw() < 0.5 ? WEIGHTS[0]! : oneOf(draw, WEIGHTS),
    question: {
      centre,
      radiusM: oneOf(draw, [0, 1_000, 5_000, 30_000, 100_000, 249_999, 300_000, 21_000_000]),
      departements: draw() < 0.85 ? new Set() : new Set([oneOf(draw, DEPARTEMENTS), oneOf(draw, ['57', '75', '99'])]),
      sectors: columns.nafCodes.map(() =>
        draw() < share
          ? { affinity: oneOf(draw, [0, 0.02, 0.3, draw(), 1]), yearlyEntryRate: oneOf(draw, [null, 0.4, draw() * 2]) }
          : null,
      ),
      group: draw() < 0.8 ? 0 : Math.floor(draw() * 3),
      sectionMask: draw() < 0.7 ? 0 : Math.floor(draw() * 2 ** 21),
      sizeMask: draw() < 0.7 ? 0 : Math.floor(draw() * 16),
      hiddenSites: new Set(Array.from({ length: some(60) }, () => (draw() < 0.1 ? 17 : siretAt(columns, someRow())))),
      setAsideUnits: new Set(
        Array.from({ length: some(8) }, () => (draw() < 0.1 ? 999 : legalUnitAt(columns, someRow()))),
      ),
    },
  };
}
