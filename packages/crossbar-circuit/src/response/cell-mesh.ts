import type { Mesh } from './mesh.ts';

/** What surrounds one cell, µS: to the left along its row, and down along its column. */
export interface CellSurroundings {
  readonly cellUs: number;
  readonly leftUs: number;
  readonly downUs: number;
  /** Whether its row and column go on to the right and to the top. */
  readonly goesRight: boolean;
  readonly goesUp: boolean;
}

/** One cell: left port, wire, row node (the right port), cell, column node (the top port), wire, bottom port. */
export function cellMesh({ cellUs, leftUs, downUs, goesRight, goesUp }: CellSurroundings): Mesh {
  const ports = { left: 1, right: goesRight ? 1 : 0, top: goesUp ? 1 : 0, bottom: 1 };
  const count = 2 + ports.right + ports.top;
  const us = new Float64Array(count * count);
  if (goesRight && goesUp) {
    us[1] = leftUs;
    us[6] = cellUs;
    us[11] = downUs;
  } else if (goesUp) {
    us[1] = inSeries(leftUs, cellUs);
    us[5] = downUs;
  } else if (goesRight) {
    us[1] = leftUs;
    us[5] = inSeries(cellUs, downUs);
  } else us[1] = inSeries(inSeries(leftUs, cellUs), downUs);
  return { ...ports, us };
}

const inSeries = (a: number, b: number): number => (a * b) / (a + b);
