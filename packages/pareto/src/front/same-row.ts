/** True when two rows of a row-major array with m columns hold the same vector. */
export function sameRow(points: Float64Array, m: number, a: number, b: number): boolean {
  for (let c = 0; c < m; c++) if (points[a * m + c] !== points[b * m + c]) return false;
  return true;
}
