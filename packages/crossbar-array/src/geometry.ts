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
 * A wide transistor is as wide as the cell less two feature sizes of isolation, assumed, and at least one feature size;
 * gate and drain load their lines with 1 fF per µm of it. Any other loads them as the unit transistor of the blocks.
 */
export function geometryOf({ technology, rows, columns, cell }: CrossbarOptions): Geometry {
  const traits = cellTraits[cell.kind];
  const cellWidthUm = Math.sqrt(cell.areaUm2 * cell.aspectRatio);
  const cellHeightUm = Math.sqrt(cell.areaUm2 / cell.aspectRatio);
  const unitFf = technology.nand2CapacitanceFf / 4;
  const featureUm = technology.nodeNm / 1000;
  const transistorUm = Math.max(featureUm, cellWidthUm - ISOLATION_F * featureUm);
  const wide = Math.min(1e3, (transistorUm * GATE_CAPACITANCE_FF_PER_UM) / unitFf);
  const gates = { wide, pair: 2, none: 0 }[traits.wordLineGates];
  const drain = traits.wordLineGates === 'wide' ? wide : 1;
  return {
    widthUm: columns * cellWidthUm,
    heightUm: rows * cellHeightUm,
    wordLineFf: lineCapacitanceFf(technology, {
      cells: columns,
      cellPitchUm: cellWidthUm,
      transistorsPerCell: gates,
    }),
    bitLineFf: lineCapacitanceFf(technology, {
      cells: rows,
      cellPitchUm: cellHeightUm,
      transistorsPerCell: traits.drainsPerBitLine * drain,
    }),
  };
}

const ISOLATION_F = 2;
