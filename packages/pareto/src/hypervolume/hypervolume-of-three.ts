import { sortRowsByColumn } from '../front/row-order.ts';

/**
 * The volume below the reference that a front of three objectives dominates: a sweep along the third, with the area
 * of the staircase of the first two kept up to date. Each point enters and leaves the staircase once; places are
 * found by bisection. Source: N. Beume et al., IEEE Trans. Evol. Comput. 13 (2009) 1075.
 */
export function hypervolumeOfThree(front: Float64Array, reference: Float64Array): number {
  const rows = Uint32Array.from({ length: front.length / 3 }, (_, i) => i);
  sortRowsByColumn(front, 3, rows, 2);
  const [right = 0, ceiling = 0, top = 0] = reference;
  // The staircase: xs rise, ys fall.
  const xs: number[] = [];
  const ys: number[] = [];
  let area = 0;
  let volume = 0;
  let height = 0;
  for (const row of rows) {
    const [x, y, z] = [front[3 * row] as number, front[3 * row + 1] as number, front[3 * row + 2] as number];
    volume += area * (z - height);
    height = z;
    const place = firstAtLeast(xs, x);
    // Above y: an entry to the left that were as low would dominate this point, and the input is a front.
    let level = place > 0 ? (ys[place - 1] as number) : ceiling;
    let end = place;
    let left = x;
    while (end < xs.length && (ys[end] as number) >= y) {
      area += ((xs[end] as number) - left) * (level - y);
      left = xs[end] as number;
      level = ys[end] as number;
      end++;
    }
    area += ((xs[end] ?? right) - left) * (level - y);
    xs.splice(place, end - place, x);
    ys.splice(place, end - place, y);
  }
  return volume + area * (top - height);
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
