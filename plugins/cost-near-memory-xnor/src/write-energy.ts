import { columnWriteDrivers, rowWriteDriver } from './array-items.ts';
import { codedRow, codedWords } from './coded-words.ts';
import type { Hardware } from './hardware.ts';
import { outputWordBits } from './output-items.ts';
import type { Workload } from './workload.ts';

/** Energy to program the whole network once. */
export interface WriteEnergy {
  readonly cellsFj: number;
  /** Write drivers, bit lines and word lines. */
  readonly linesFj: number;
  /** Check bits of all words. */
  readonly encoderFj: number;
}

/** Weights, thresholds and output factors; every bit is written whatever stood there. */
export function writeEnergyOf(
  hardware: Hardware,
  works: readonly Workload[],
  scaleBits: number,
): WriteEnergy {
  const { correction, array } = hardware;
  let bits = 0;
  let words = 0;
  let rows = 0;
  for (const work of works) {
    const wordBits = work.isLast ? outputWordBits(work, scaleBits) : work.sumBits;
    const weights = codedRow(correction, work.grid, array.columns);
    const other = codedWords(correction, wordBits);
    bits += work.outputs * (weights.bits + other.bits);
    words += work.outputs * (weights.words + other.words);
    rows += work.outputs * work.grid.gridColumns;
  }
  const { technology, wordLineFf, writeNeedsShift } = hardware;
  const atSupplyFj = wordLineFf * technology.supplyV * technology.supplyV;
  const rowFj = writeNeedsShift ? rowWriteDriver(hardware).energyFj : atSupplyFj;
  return {
    cellsFj: bits * hardware.write.energyFjPerBit,
    linesFj: bits * columnWriteDrivers(hardware).energyFj + rows * rowFj,
    encoderFj: words * correction.encoder.energyFjPerWord,
  };
}
