import type { Geometry } from './geometry.ts';
import type { Module } from './module.ts';

/** The box around an array and its circuits. */
export interface FloorPlan {
  readonly boundingWidthUm: number;
  readonly boundingHeightUm: number;
}

/**
 * Circuits of the rows fill a strip at the left of the cells, those of the columns a strip below them, folded so that each
 * is as long as the side of the array that it serves: strip width = area / height of the array. A strip is never
 * shorter than a square of the circuits of one row, or column, is wide. Nothing lies in the corner between the strips.
 */
export function floorPlanOf(
  { widthUm, heightUm }: Geometry,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  modules: readonly Module[],
): FloorPlan {
  const rowUm2 = areaOf(modules, 'rows');
  const columnUm2 = areaOf(modules, 'columns');
  const stripHeightUm = Math.max(heightUm, Math.sqrt(rowUm2 / rows));
  const stripWidthUm = Math.max(widthUm, Math.sqrt(columnUm2 / columns));
  return {
    boundingWidthUm: stripWidthUm + rowUm2 / stripHeightUm,
    boundingHeightUm: stripHeightUm + columnUm2 / stripWidthUm,
  };
}

function areaOf(modules: readonly Module[], side: Module['side']): number {
  return modules.reduce((total, module) => total + (module.side === side ? module.areaUm2 : 0), 0);
}
