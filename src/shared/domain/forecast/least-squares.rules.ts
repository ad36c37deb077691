/**
 * Ordinary least squares with a constant: the coefficients (constant first) by which the features come nearest to the
 * targets. Normal equations, eliminated with pivots; a feature that says nothing more than others gets 0.
 */
export function leastSquares(rows: readonly (readonly number[])[], targets: readonly number[]): readonly number[] {
  const width = (rows[0]?.length ?? 0) + 1;
  // One line per coefficient: its products with the others, then with the target.
  const lines = Array.from({ length: width }, () => new Float64Array(width + 1));
  rows.forEach((row, index) => {
    const values = [1, ...row, targets[index] ?? 0];
    for (let line = 0; line < width; line += 1) {
      const into = lines[line] as Float64Array;
      const value = values[line] as number;
      for (let column = 0; column <= width; column += 1) {
        into[column] = (into[column] as number) + value * (values[column] as number);
      }
    }
  });
  return solve(lines, width);
}

/** Under this share of its own size, what is left of a feature is rounding. */
const NOTHING_LEFT = 1e-10;

function solve(lines: readonly Float64Array[], width: number): readonly number[] {
  const scales = lines.map((line, index) => line[index] as number);
  const isUsed = lines.map(() => false);
  for (let step = 0; step < width; step += 1) {
    // The feature with the most left to say, in proportion to its size.
    let pivot = -1;
    let most = NOTHING_LEFT;
    for (let index = 0; index < width; index += 1) {
      const left = ((lines[index] as Float64Array)[index] as number) / (scales[index] as number);
      if (!isUsed[index] && left > most) [pivot, most] = [index, left];
    }
    if (pivot === -1) break;
    isUsed[pivot] = true;
    const by = lines[pivot] as Float64Array;
    const own = by[pivot] as number;
    for (let column = 0; column <= width; column += 1) by[column] = (by[column] as number) / own;
    for (let index = 0; index < width; index += 1) {
      const line = lines[index] as Float64Array;
      const times = line[pivot] as number;
      if (index === pivot || times === 0) continue;
      for (let column = 0; column <= width; column += 1) {
        line[column] = (line[column] as number) - times * (by[column] as number);
      }
    }
  }
  return lines.map((line, index) => (isUsed[index] === true ? (line[width] as number) : 0));
}
