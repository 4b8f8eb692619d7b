import { lineCapacitanceFf, type Technology, technology } from '@bitfront/circuits';
import type { MemoryCell, MemoryRead, MemoryWrite, Partition } from '@bitfront/core';

/** The memory array that all layers use, with the technology around it. */
export interface Hardware {
  readonly technology: Technology;
  readonly cell: MemoryCell;
  readonly read: MemoryRead;
  readonly write: MemoryWrite;
  readonly array: Partition['array'];
  readonly cellWidthUm: number;
  readonly cellHeightUm: number;
  readonly wordLineFf: number;
  /** Of one bit line. */
  readonly bitLineFf: number;
  /** Lines of a column that the write voltage must reach. */
  readonly writeLinesPerColumn: number;
  readonly writeNeedsShift: boolean;
}

export function hardwareOf(
  cell: MemoryCell,
  read: MemoryRead,
  write: MemoryWrite,
  array: Partition['array'],
): Hardware {
  const here = technology(cell.nodeNm, cell.supplyV);
  const cellWidthUm = Math.sqrt(cell.areaUm2PerBit * cell.aspectRatio);
  const cellHeightUm = cell.areaUm2PerBit / cellWidthUm;
  const { gates, writeLines } = linesOf[cell.sensing];
  const word = { cells: array.columns, cellPitchUm: cellWidthUm, transistorsPerCell: gates };
  const bit = { cells: array.rows, cellPitchUm: cellHeightUm, transistorsPerCell: 1 };
  return {
    technology: here,
    cell,
    read,
    write,
    array,
    cellWidthUm,
    cellHeightUm,
    wordLineFf: lineCapacitanceFf(here, word),
    bitLineFf: lineCapacitanceFf(here, bit),
    writeLinesPerColumn: writeLines,
    writeNeedsShift: write.voltageV > cell.supplyV,
  };
}

/**
 * Access gates of a bit on its word line, and lines of a column that are driven to write, assumed:
 * two bit lines and a source line for 2T2R, bit line and source line for 1T1R, two bit lines for SRAM.
 */
const linesOf = {
  differential: { gates: 2, writeLines: 3 },
  'single-ended': { gates: 1, writeLines: 2 },
  'voltage-latch': { gates: 2, writeLines: 2 },
} as const;
