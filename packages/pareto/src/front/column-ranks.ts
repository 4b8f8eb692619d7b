import { sortRowsByColumn } from './row-order.ts';

/** For each position in `rows`, the rank (from 1) of its value in a column; equal values share a rank. */
export function columnRanks(points: Float64Array, m: number, rows: Uint32Array, column: number): Uint32Array {
  const order = new Uint32Array(rows.length);
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    order[i] = i;
    values[i] = points[(rows[i] as number) * m + column] as number;
  }
  sortRowsByColumn(values, 1, order, 0);
  const ranks = new Uint32Array(rows.length);
  let rank = 0;
  let last = Number.NaN;
  for (const position of order) {
    const value = values[position] as number;
    if (value !== last) rank++;
    last = value;
    ranks[position] = rank;
  }
  return ranks;
}
