import { sameRow } from './same-row.ts';

/**
 * The non-dominated of `rows`, which are in lexicographic order, for any number of objectives. Every dominator of a
 * row stands before it, so each row is compared with those kept so far: O(n f) for a front of f distinct rows. The
 * row that dominated last is tried first, since neighbours tend to share their dominator.
 */
export function frontOfMany(points: Float64Array, m: number, rows: Uint32Array): Uint32Array {
  const front = new Float64Array(rows.length * m);
  let size = 0;
  let kept = 0;
  let hint = 0;
  let previous = -1;
  let previousKept = false;
  for (const row of rows) {
    if (previous < 0 || !sameRow(points, m, previous, row)) {
      const dominator = findDominator(front, size, hint, points, row * m, m);
      previousKept = dominator < 0;
      if (previousKept) front.set(points.subarray(row * m, row * m + m), m * size++);
      else hint = dominator;
      previous = row;
    }
    if (previousKept) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

function findDominator(
  front: Float64Array,
  size: number,
  hint: number,
  points: Float64Array,
  base: number,
  m: number,
): number {
  if (hint < size && isNowhereLarger(front, hint * m, points, base, m)) return hint;
  for (let k = 0; k < size; k++) if (isNowhereLarger(front, k * m, points, base, m)) return k;
  return -1;
}

/** Among distinct rows this is dominance. */
function isNowhereLarger(a: Float64Array, aBase: number, b: Float64Array, bBase: number, m: number): boolean {
  for (let c = 0; c < m; c++) if ((a[aBase + c] as number) > (b[bBase + c] as number)) return false;
  return true;
}
