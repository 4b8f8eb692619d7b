import { GATE_CAPACITANCE_FF_PER_UM, lineCapacitanceFf } from '@bitfront/circuits';
import { cellTraits } from './cell-traits.ts';
import type { CrossbarOptions } from './options.ts';

/** Sides of the array and what its lines load. */
export interface Geometry {
  readonly widthUm: number;
  readonly heightUm: number;
  readonly wordLineFf: number;
  readonly bitLineFf: number;
}

/**
 * Word lines run along the width, bit and select lines along the height.
 *
 * A wide gate is as wide as the cell less two feature sizes of isolation, assumed, and at least a unit gate:
 * `C = max(unit, W · 1 fF/µm)`.
 */
export function geometryOf({ technology, rows, columns, cell }: CrossbarOptions): Geometry {
  const traits = cellTraits[cell.kind];
  const cellWidthUm = Math.sqrt(cell.areaUm2 * cell.aspectRatio);
  const cellHeightUm = Math.sqrt(cell.areaUm2 / cell.aspectRatio);
  const unitFf = technology.nand2CapacitanceFf / 4;
  const gateUm = Math.max(0, cellWidthUm - (ISOLATION_F * technology.nodeNm) / 1000);
  const wide = Math.max(1, (gateUm * GATE_CAPACITANCE_FF_PER_UM) / unitFf);
  const gates = { wide, pair: 2, none: 0 }[traits.wordLineGates];
  return {
    widthUm: columns * cellWidthUm,
    heightUm: rows * cellHeightUm,
    wordLineFf: lineCapacitanceFf(technology, {
      cells: columns,
      cellPitchUm: cellWidthUm,
      transistorsPerCell: Math.min(1e3, gates),
    }),
    bitLineFf: lineCapacitanceFf(technology, {
      cells: rows,
      cellPitchUm: cellHeightUm,
      transistorsPerCell: traits.drainsPerBitLine,
    }),
  };
}

const ISOLATION_F = 2;
