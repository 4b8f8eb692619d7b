/**
 * Marks the non-dominated of `rows`, which are in lexicographic order: a row stays if its second objective is
 * below that of every row before it, or if it equals the row before it and that one stayed.
 */
export function frontOfTwo(points: Float64Array, rows: Uint32Array): Uint32Array {
  let kept = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let lastX = Number.NaN;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const x = points[2 * row] as number;
    const y = points[2 * row + 1] as number;
    if (y < lowest || (y === lowest && x === lastX)) {
      rows[kept++] = row;
      lowest = y;
      lastX = x;
    }
  }
  return rows.subarray(0, kept);
}
