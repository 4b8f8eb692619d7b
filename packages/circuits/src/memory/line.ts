import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import type { Technology } from '../technology/technology.ts';

export const lineSource: BlockSource = {
  cite: 'wire at 0.2 fF/µm; one transistor = a quarter of the NAND2 capacitance of ZigZag-IMC',
  how: 'derived',
  range: '1 cell and more, cells of any pitch',
  loose: 'A minimum transistor per access device: wide access transistors load their lines more.',
};

/** What hangs on a word line or a bit line. */
export interface LineOptions {
  readonly cells: number;
  /** Length of line per cell. */
  readonly cellPitchUm: number;
  /** Gates (word line) or drains (bit line) that each cell hangs on the line. */
  readonly transistorsPerCell: number;
}

/** Capacitance of a word line or a bit line: `cells · (pitch · 0.2 fF/µm + transistors · C(NAND2)/4)`. */
export function lineCapacitanceFf(technology: Technology, options: LineOptions): number {
  const { cells, cellPitchUm, transistorsPerCell } = options;
  wholeNumber('line', 'cells', cells);
  inRange('line', 'cellPitchUm', cellPitchUm, 0, 1e6);
  inRange('line', 'transistorsPerCell', transistorsPerCell, 0, 1e3);
  const wireFf = cellPitchUm * technology.wireCapacitanceFfPerUm;
  return cells * (wireFf + (transistorsPerCell * technology.nand2CapacitanceFf) / 4);
}
