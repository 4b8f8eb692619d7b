import { checkPoints } from './check-points.ts';
import { frontOfFour } from './front/front-of-four.ts';
import { frontOfMany } from './front/front-of-many.ts';
import { frontOfThree } from './front/front-of-three.ts';
import { frontOfTwo } from './front/front-of-two.ts';
import { sortRows } from './front/row-order.ts';
import { withoutWeakRows } from './front/strong-points.ts';

/**
 * The non-dominated rows of n points in m objectives, all minimised: row numbers in rising order. Equal vectors all
 * stay. `points` is row-major, n x m, and is left as it is.
 *
 * Rows dominated by a few strong points go first (on random data that is nearly all); the rest is sorted and swept:
 * O(n log n) for up to three objectives, O(n log^2 n) for four, O(n f) above, with f rows on the front.
 * Memory about 60 bytes a row.
 * Throws FRONT_SHAPE_INVALID and FRONT_VALUE_INVALID (NaN and infinity cannot be compared).
 */
export function paretoFront(points: Float64Array, m: number): Uint32Array {
  const n = checkPoints(points, m);
  const rows = withoutWeakRows(points, m, n);
  sortRows(points, m, rows);
  return sweep(points, m, rows).slice().sort();
}

function sweep(points: Float64Array, m: number, rows: Uint32Array): Uint32Array {
  if (m === 2) return frontOfTwo(points, rows);
  if (m === 3) return frontOfThree(points, rows);
  if (m === 4) return frontOfFour(points, rows);
  return frontOfMany(points, m, rows);
}
