import { columnRanks } from './column-ranks.ts';
import { PrefixMinima } from './prefix-minima.ts';
import { sameRow } from './same-row.ts';

/**
 * The non-dominated of `rows`, which are in lexicographic order. Kung, Luccio and Preparata's sweep along the first
 * objective (J. ACM 22 (1975) 469): every dominator of a row stands before it, so a row is dominated exactly when
 * an unequal earlier row is at most as large in the other two. The staircase of those two is kept as prefix minima
 * of the third objective over the ranks of the second: O(log n) a row, whatever the staircase's length.
 */
export function frontOfThree(points: Float64Array, rows: Uint32Array): Uint32Array {
  const ranks = columnRanks(points, 3, rows, 1);
  const minima = new PrefixMinima(rows.length);
  let kept = 0;
  let previous = -1;
  let previousKept = false;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (previous < 0 || !sameRow(points, 3, previous, row)) {
      const z = points[3 * row + 2] as number;
      const rank = ranks[i] as number;
      previousKept = !(minima.upTo(rank) <= z);
      if (previousKept) minima.enter(rank, z);
      previous = row;
    }
    if (previousKept) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}
