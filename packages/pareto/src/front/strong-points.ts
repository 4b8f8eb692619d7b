import { frontOfMany } from './front-of-many.ts';
import { sortRows } from './row-order.ts';

const SAMPLE = 2048;
const STRONG = 24;

/**
 * The rows that no strong point dominates. Strong points are the front of an evenly spaced sample, those that cover
 * the largest box first; where they would remove less than half of the sample, all rows are returned, since the
 * comparisons would cost more than they save. Only dominated rows are ever left out.
 */
export function withoutWeakRows(points: Float64Array, m: number, n: number): Uint32Array {
  if (n < 4 * SAMPLE) return countUp(n);
  const stride = Math.floor(n / SAMPLE);
  const sample = countUp(SAMPLE).map((i) => i * stride);
  const sampled = sample.slice();
  sortRows(points, m, sample);
  const strong = strongestFirst(points, m, frontOfMany(points, m, sample));
  let weak = 0;
  for (const row of sampled) if (isWeak(points, m, row, strong)) weak++;
  if (2 * weak < SAMPLE) return countUp(n);

  const rows = new Uint32Array(n);
  let kept = 0;
  for (let row = 0; row < n; row++) if (!isWeak(points, m, row, strong)) rows[kept++] = row;
  return rows.slice(0, kept);
}

function countUp(n: number): Uint32Array {
  const rows = new Uint32Array(n);
  for (let i = 0; i < n; i++) rows[i] = i;
  return rows;
}

/** The vectors, packed, of up to STRONG rows; the one that dominates most of the sample's box first. */
function strongestFirst(points: Float64Array, m: number, front: Uint32Array): Float64Array {
  const worst = new Float64Array(m).fill(Number.NEGATIVE_INFINITY);
  for (const row of front)
    for (let c = 0; c < m; c++) worst[c] = Math.max(worst[c] as number, value(points, m, row, c));
  const volume = (row: number): number => {
    let product = 1;
    for (let c = 0; c < m; c++) product *= (worst[c] as number) - value(points, m, row, c);
    return product;
  };
  const order = Array.from(front, (row) => ({ row, volume: volume(row) }));
  order.sort((a, b) => b.volume - a.volume || a.row - b.row);
  const strong = new Float64Array(Math.min(STRONG, order.length) * m);
  order.slice(0, STRONG).forEach(({ row }, i) => {
    strong.set(points.subarray(row * m, row * m + m), i * m);
  });
  return strong;
}

function value(points: Float64Array, m: number, row: number, column: number): number {
  return points[row * m + column] as number;
}

function isWeak(points: Float64Array, m: number, row: number, strong: Float64Array): boolean {
  const base = row * m;
  for (let at = 0; at < strong.length; at += m) {
    let c = 0;
    while (c < m && (strong[at + c] as number) < (points[base + c] as number)) c++;
    if (c === m) return true;
  }
  return false;
}
