import { writeDriver } from '@bitfront/circuits';
import { cellTraits } from './cell-traits.ts';
import { geometryOf } from './geometry.ts';
import type { CrossbarOptions } from './options.ts';

/** Energy to write the whole array once, by parts that add up to it. */
export interface WriteEnergy {
  readonly energyFj: number;
  readonly cellsFj: number;
  readonly wordLinesFj: number;
  readonly columnLinesFj: number;
}

/**
 * Row after row: one pulse on the word line, and one on one line of every column, each with its level shifter and
 * driver; cells as their technology says. Bit and select line are equally long.
 */
export function writeEnergyOf(options: CrossbarOptions): WriteEnergy {
  const { technology, rows, columns, cell } = options;
  const { wordLineFf, bitLineFf } = geometryOf(options);
  const { writeVoltageV } = cell;
  const electrode = cellTraits[cell.kind].wordLineGates === 'none';
  // An electrode is held at half the write voltage or at 0; its pulse is booked in full.
  const rowV = electrode ? writeVoltageV : Math.max(writeVoltageV, technology.supplyV);
  const rowFj = writeDriver(technology, { writeVoltageV: rowV, loadFf: wordLineFf }).energyFj;
  const columnFj = writeDriver(technology, { writeVoltageV, loadFf: bitLineFf }).energyFj;
  const cellsFj = rows * columns * cell.writeEnergyFjPerCell;
  const wordLinesFj = rows * rowFj;
  const columnLinesFj = rows * columns * columnFj;
  return { energyFj: cellsFj + wordLinesFj + columnLinesFj, cellsFj, wordLinesFj, columnLinesFj };
}
