import { bitfrontError } from '@bitfront/errors';
import { checkPoints } from '../check-points.ts';
import { paretoFront } from '../pareto-front.ts';
import { hypervolumeOfThree } from './hypervolume-of-three.ts';
import { hypervolumeOfTwo } from './hypervolume-of-two.ts';

/**
 * The exact volume that n points in m objectives (row-major, all minimised) dominate within the box below the
 * reference point; points that are not better than the reference in every objective add nothing. 0 for no points.
 *
 * Two and three objectives: one sweep, O(n log n). More: inclusive minus exclusive volumes, slicing along the last
 * objective so that each step loses one (L. While, L. Bradstreet and L. Barone, "A fast way of calculating exact
 * hypervolumes", IEEE Trans. Evol. Comput. 16 (2012) 86).
 * Throws FRONT_SHAPE_INVALID and FRONT_VALUE_INVALID.
 */
export function hypervolume(points: Float64Array, m: number, reference: ArrayLike<number>): number {
  checkPoints(points, m);
  if (reference.length !== m) {
    throw bitfrontError('FRONT_SHAPE_INVALID', { count: reference.length, objectives: m });
  }
  checkPoints(reference, m);
  return volume(withinBox(points, m, reference), m, Float64Array.from(reference));
}

function volume(points: Float64Array, m: number, reference: Float64Array): number {
  const front = gather(points, m, paretoFront(points, m));
  if (front.length === 0) return 0;
  if (m === 1) return (reference[0] as number) - (front[0] as number);
  if (m === 2) return hypervolumeOfTwo(front, reference);
  if (m === 3) return hypervolumeOfThree(front, reference);
  return slicedVolume(front, m, reference);
}

/**
 * Worst in the last objective first: all later points are at least as good in it, so what they share with this one
 * is a slab of this one's height over a volume in m - 1 objectives.
 */
function slicedVolume(front: Float64Array, m: number, reference: Float64Array): number {
  const last = m - 1;
  const n = front.length / m;
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => (front[b * m + last] as number) - (front[a * m + last] as number) || a - b);
  const base = reference.subarray(0, last);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const point = front.subarray((order[i] as number) * m, (order[i] as number) * m + m);
    const limited = new Float64Array((n - i - 1) * last);
    for (let k = i + 1; k < n; k++) {
      const other = (order[k] as number) * m;
      for (let c = 0; c < last; c++) {
        limited[(k - i - 1) * last + c] = Math.max(point[c] as number, front[other + c] as number);
      }
    }
    let own = 1;
    for (let c = 0; c < last; c++) own *= (base[c] as number) - (point[c] as number);
    total += ((reference[last] as number) - (point[last] as number)) * (own - volume(limited, last, base));
  }
  return total;
}

function withinBox(points: Float64Array, m: number, reference: ArrayLike<number>): Float64Array {
  const rows: number[] = [];
  for (let row = 0; row < points.length / m; row++) {
    let c = 0;
    while (c < m && (points[row * m + c] as number) < (reference[c] as number)) c++;
    if (c === m) rows.push(row);
  }
  return gather(points, m, rows);
}

function gather(points: Float64Array, m: number, rows: ArrayLike<number>): Float64Array {
  const gathered = new Float64Array(rows.length * m);
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] as number) * m;
    for (let c = 0; c < m; c++) gathered[i * m + c] = points[from + c] as number;
  }
  return gathered;
}
