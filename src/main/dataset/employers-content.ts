import { createHash } from 'node:crypto';
import {
  bandAt,
  groupAt,
  isApproximateAt,
  siretAt,
  type EmployerColumns,
} from '../../shared/scoring/employer-columns.ts';

/**
 * Hash of what an employers file says, whatever order and layout it says it in, so that the same sources make the same
 * version of a release before and after a change of the format. The bytes hashed are those of its first layout: columns
 * by sector then SIRET. They are not to be changed with the file; what it said nothing of, forecasts, comes after.
 */
export function employersContentHash(columns: EmployerColumns): string {
  const { count, nafCodes, nafStart, latMicro, lonMicro, yearlyHires, forecastLow, forecastHigh } = columns;
  const rows = inOrder(columns);
  const header = Buffer.from(JSON.stringify({ count, nafCodes }));
  const start = Buffer.alloc(aligned(12 + header.length));
  start.write('VAVEMP02', 0, 'latin1');
  start.writeUInt32LE(header.length, 8);
  header.copy(start, 12);
  const hash = createHash('sha256').update(start);
  const parts = [
    Float64Array.from(rows, (row) => siretAt(columns, row)),
    Int32Array.from(rows, (row) => latMicro[row] as number),
    Int32Array.from(rows, (row) => lonMicro[row] as number),
    Int32Array.from(rows, (row) => yearlyHires[row] as number),
    nafStart,
    Uint8Array.from(rows, (row) => bandAt(columns, row)),
    Uint8Array.from(rows, (row) => groupAt(columns, row)),
    Uint8Array.from(rows, (row) => (isApproximateAt(columns, row) ? 1 : 0)),
    ...(forecastHigh.length === 0
      ? []
      : [
          Float32Array.from(rows, (row) => yearlyHires[row] as number),
          Int32Array.from(rows, (row) => forecastLow[row] as number),
          Int32Array.from(rows, (row) => forecastHigh[row] as number),
        ]),
  ];
  for (const { buffer, byteOffset, byteLength } of parts) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
    hash.update(new Uint8Array(aligned(byteLength) - byteLength));
  }
  return hash.digest('hex');
}

/** Rows by sector, then by SIRET. */
function inOrder({ count, nafCodes, nafStart, siretRank }: EmployerColumns): Uint32Array {
  const rowOfRank = new Uint32Array(count);
  siretRank.forEach((rank, row) => (rowOfRank[rank] = row));
  const rows = new Uint32Array(count);
  for (let naf = 0; naf < nafCodes.length; naf += 1) {
    const start = nafStart[naf] as number;
    const ranks = siretRank.slice(start, nafStart[naf + 1]).sort();
    ranks.forEach((rank, index) => (rows[start + index] = rowOfRank[rank] as number));
  }
  return rows;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
