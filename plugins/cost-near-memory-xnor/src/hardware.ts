import { lineCapacitanceFf, type Technology, technology } from '@bitfront/circuits';
import type { Correction, Memory, MemoryCell, MemoryRead, MemoryWrite, Partition } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { oneStoredBit, storedColumns, wordTooLong } from './coded-words.ts';

/** The memory array that all layers use, with the technology around it. */
export interface Hardware {
  readonly technology: Technology;
  /** Of one stored bit, be it data or check bit, like `read` and `write`. */
  readonly cell: MemoryCell;
  readonly read: MemoryRead;
  readonly write: MemoryWrite;
  readonly correction: Correction;
  /** Rows, and columns of data bits. */
  readonly array: Partition['array'];
  /** Columns of an array, those of check bits among them. */
  readonly columns: number;
  readonly cellWidthUm: number;
  readonly cellHeightUm: number;
  readonly wordLineFf: number;
  /** Of one bit line. */
  readonly bitLineFf: number;
  /** Lines of a column that the write voltage must reach. */
  readonly writeLinesPerColumn: number;
  readonly writeNeedsShift: boolean;
}

/** @throws COST_ARTIFACTS_UNFIT if a word of the memory is longer than a row of an array */
export function hardwareOf(
  memory: Pick<Memory, 'cell' | 'read' | 'write' | 'correction'>,
  array: Partition['array'],
): Hardware {
  const { correction } = memory;
  const unfit = wordTooLong(correction.dataBits, array.columns);
  if (unfit !== undefined)
    throw bitfrontError('COST_ARTIFACTS_UNFIT', { plugin: 'cost-near-memory-xnor', reason: unfit });
  const { cell, read, write } = oneStoredBit(memory);
  const columns = storedColumns(correction, array.columns);
  const here = technology(cell.nodeNm, cell.supplyV);
  const cellWidthUm = Math.sqrt(cell.areaUm2PerBit * cell.aspectRatio);
  const cellHeightUm = cell.areaUm2PerBit / cellWidthUm;
  const { gates, writeLines } = linesOf[cell.sensing];
  const word = { cells: columns, cellPitchUm: cellWidthUm, transistorsPerCell: gates };
  const bit = { cells: array.rows, cellPitchUm: cellHeightUm, transistorsPerCell: 1 };
  return {
    technology: here,
    cell,
    read,
    write,
    correction,
    array,
    columns,
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
