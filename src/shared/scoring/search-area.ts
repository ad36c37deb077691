import { BLOCK_ROWS, DEPARTEMENT_WORDS } from './blocks.ts';
import { CircleArea, CROSSING, INSIDE, type SearchArea } from './circle-area.ts';
import type { DistanceGauge } from './distance-gauge.ts';
import type { EmployerQuestion } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';

export function searchArea(columns: EngineColumns, question: EmployerQuestion, gauge: DistanceGauge): SearchArea {
  const circle = new CircleArea(columns, question, gauge);
  return question.departements.size === 0 ? circle : new WiderArea(columns, { circle, gauge }, question.departements);
}

/** The circle, and the rows of some départements whatever their distance. */
class WiderArea implements SearchArea {
  readonly #columns: EngineColumns;
  readonly #circle: CircleArea;
  readonly #gauge: DistanceGauge;
  readonly #isAsked = new Uint8Array(256);
  readonly #asked = new Uint32Array(DEPARTEMENT_WORDS);
  readonly #inCircle = new Uint32Array(BLOCK_ROWS);

  constructor(
    columns: EngineColumns,
    { circle, gauge }: { readonly circle: CircleArea; readonly gauge: DistanceGauge },
    departements: ReadonlySet<string>,
  ) {
    this.#columns = columns;
    this.#circle = circle;
    this.#gauge = gauge;
    columns.departements.forEach((code, index) => {
      if (!departements.has(code)) return;
      this.#isAsked[index] = 1;
      const word = (index >> 5) & 3;
      this.#asked[word] = (this.#asked[word] as number) | (1 << (index & 31));
    });
  }

  mayReachRegion(): boolean {
    return true;
  }

  relationTo(block: number): number {
    const { departements } = this.#columns.blocks;
    for (let word = 0; word < DEPARTEMENT_WORDS; word += 1) {
      const there = departements[block * DEPARTEMENT_WORDS + word] as number;
      if ((there & (this.#asked[word] as number)) !== 0) {
        return this.#circle.relationTo(block) === INSIDE ? INSIDE : CROSSING;
      }
    }
    return this.#circle.relationTo(block);
  }

  leastMetresTo(block: number): number {
    return this.#circle.leastMetresTo(block);
  }

  metresTo(row: number): number {
    const { latMicro, lonMicro, departement } = this.#columns;
    if (this.#isAsked[departement[row] as number] !== 1) return this.#circle.metresTo(row);
    return this.#gauge.metresTo(latMicro[row] as number, lonMicro[row] as number);
  }

  select(block: number, start: number, end: number, rows: Uint32Array): number {
    const { departement } = this.#columns;
    const near = this.#circle.select(block, start, end, this.#inCircle);
    let found = 0;
    let met = 0;
    for (let row = start; row < end; row += 1) {
      const isNear = met < near && this.#inCircle[met] === row;
      if (isNear) met += 1;
      if (!isNear && this.#isAsked[departement[row] as number] !== 1) continue;
      rows[found] = row;
      found += 1;
    }
    return found;
  }
}
