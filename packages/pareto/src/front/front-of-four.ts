import { columnRanks } from './column-ranks.ts';
import { PrefixMinima } from './prefix-minima.ts';
import { sameRow } from './same-row.ts';

/**
 * The non-dominated of `rows`, which are in lexicographic order. Kung, Luccio and Preparata's division (J. ACM 22
 * (1975) 469): the front of the earlier half and of the later half, then those of the later half that the earlier
 * one dominates are dropped. There the first objective is settled, and one sweep along the second, with prefix
 * minima of the fourth over the ranks of the third, does the rest. O(n log^2 n) whatever the front's size.
 */
export function frontOfFour(points: Float64Array, rows: Uint32Array): Uint32Array {
  const unique = withoutRepeats(points, rows);
  const alive = new Uint8Array(unique.length);
  for (const position of new Division(points, unique).survivors()) alive[position] = 1;
  let kept = 0;
  let position = -1;
  for (const row of rows) {
    if (position < 0 || !sameRow(points, 4, unique[position] as number, row)) position++;
    if (alive[position] === 1) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}

function withoutRepeats(points: Float64Array, rows: Uint32Array): Uint32Array {
  const unique = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    if (count === 0 || !sameRow(points, 4, unique[count - 1] as number, row)) unique[count++] = row;
  }
  return unique.subarray(0, count);
}

/** Works on positions in `rows`, distinct vectors in lexicographic order. */
class Division {
  private readonly ranks: Uint32Array;
  private readonly minima: PrefixMinima;
  private readonly order: Uint32Array;
  private readonly merged: Uint32Array;
  private readonly second: Float64Array;
  private readonly fourth: Float64Array;

  constructor(points: Float64Array, rows: Uint32Array) {
    const n = rows.length;
    this.ranks = columnRanks(points, 4, rows, 2);
    this.minima = new PrefixMinima(n);
    this.order = new Uint32Array(n);
    this.merged = new Uint32Array(n);
    this.second = new Float64Array(n);
    this.fourth = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const base = 4 * (rows[i] as number);
      this.order[i] = i;
      this.second[i] = points[base + 1] as number;
      this.fourth[i] = points[base + 3] as number;
    }
  }

  survivors(): Uint32Array {
    return this.order.subarray(0, this.divide(0, this.order.length));
  }

  /** Leaves the front of positions from ... to - 1 at `from`, sorted by the second objective; returns its size. */
  private divide(from: number, to: number): number {
    if (to - from <= 1) return to - from;
    const middle = (from + to) >>> 1;
    const earlierEnd = from + this.divide(from, middle);
    const laterEnd = middle + this.divide(middle, to);
    return this.marry(from, earlierEnd, middle, laterEnd);
  }

  private marry(from: number, earlierEnd: number, middle: number, laterEnd: number): number {
    const { order, merged, ranks, minima, second, fourth } = this;
    let [a, b, size] = [from, middle, 0];
    while (a < earlierEnd || b < laterEnd) {
      const earlier = order[a] as number;
      const later = order[b] as number;
      // At equal second objectives the earlier half enters first: it may dominate.
      const takeEarlier =
        b >= laterEnd || (a < earlierEnd && (second[earlier] as number) <= (second[later] as number));
      if (takeEarlier) {
        minima.enter(ranks[earlier] as number, fourth[earlier] as number);
        merged[size++] = earlier;
        a++;
      } else {
        if (!(minima.upTo(ranks[later] as number) <= (fourth[later] as number))) merged[size++] = later;
        b++;
      }
    }
    for (let i = from; i < earlierEnd; i++) minima.forget(ranks[order[i] as number] as number);
    order.set(merged.subarray(0, size), from);
    return size;
  }
}
