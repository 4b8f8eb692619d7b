/**
 * The non-dominated of `rows`, which are in lexicographic order, for any number of objectives. Every dominator of a
 * row stands before it, so each row is compared with those kept so far: O(n f) for a front of f rows. The row that
 * dominated last is tried first, since neighbours tend to share their dominator.
 */
export function frontOfMany(points: Float64Array, m: number, rows: Uint32Array): Uint32Array {
  const front = new Float64Array(rows.length * m);
  let kept = 0;
  let hint = 0;
  for (const row of rows) {
    const base = row * m;
    let dominator = kept > 0 && precedes(front, hint * m, points, base, m) ? hint : -1;
    for (let k = 0; k < kept && dominator < 0; k++) if (precedes(front, k * m, points, base, m)) dominator = k;
    if (dominator >= 0) {
      hint = dominator;
      continue;
    }
    for (let c = 0; c < m; c++) front[kept * m + c] = points[base + c] as number;
    rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

/** Nowhere larger and somewhere smaller. */
function precedes(a: Float64Array, aBase: number, b: Float64Array, bBase: number, m: number): boolean {
  let smaller = false;
  for (let c = 0; c < m; c++) {
    const left = a[aBase + c] as number;
    const right = b[bBase + c] as number;
    if (left > right) return false;
    if (left < right) smaller = true;
  }
  return smaller;
}
