import { sortRows } from '../front/row-order.ts';

/** The area below the reference that a front of two objectives dominates: steps from left to right. */
export function hypervolumeOfTwo(front: Float64Array, reference: Float64Array): number {
  const rows = Uint32Array.from({ length: front.length / 2 }, (_, i) => i);
  sortRows(front, 2, rows);
  let area = 0;
  let ceiling = reference[1] as number;
  for (const row of rows) {
    const y = front[2 * row + 1] as number;
    area += ((reference[0] as number) - (front[2 * row] as number)) * (ceiling - y);
    ceiling = y;
  }
  return area;
}
