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
  if (goesRight && goesUp)
    return { ...ports, us: Float64Array.of(0, leftUs, 0, 0, 0, 0, cellUs, 0, 0, 0, 0, downUs, 0, 0, 0, 0) };
  const [viaLeft, viaDown] = [inSeries(leftUs, cellUs), inSeries(cellUs, downUs)];
  if (goesUp) return { ...ports, us: Float64Array.of(0, viaLeft, 0, 0, 0, downUs, 0, 0, 0) };
  if (goesRight) return { ...ports, us: Float64Array.of(0, leftUs, 0, 0, 0, viaDown, 0, 0, 0) };
  return { ...ports, us: Float64Array.of(0, inSeries(viaLeft, downUs), 0, 0) };
}

const inSeries = (a: number, b: number): number => (a * b) / (a + b);
