import { columnWriteDrivers, rowWriteDriver } from './array-items.ts';
import type { Hardware } from './hardware.ts';
import { outputWordBits } from './output-items.ts';
import type { Workload } from './workload.ts';

/** Energy to program the whole network once. */
export interface WriteEnergy {
  readonly cellsFj: number;
  /** Write drivers, bit lines and word lines. */
  readonly linesFj: number;
}

/** Weights, thresholds and output factors; every bit is written whatever stood there. */
export function writeEnergyOf(
  hardware: Hardware,
  works: readonly Workload[],
  scaleBits: number,
): WriteEnergy {
  let bits = 0;
  let rows = 0;
  for (const work of works) {
    const wordBits = work.isLast ? outputWordBits(work, scaleBits) : work.sumBits;
    bits += work.outputs * (work.inputs + wordBits);
    rows += work.outputs * work.grid.gridColumns;
  }
  const { technology, wordLineFf, writeNeedsShift } = hardware;
  const atSupplyFj = wordLineFf * technology.supplyV * technology.supplyV;
  const rowFj = writeNeedsShift ? rowWriteDriver(hardware).energyFj : atSupplyFj;
  return {
    cellsFj: bits * hardware.write.energyFjPerBit,
    linesFj: bits * columnWriteDrivers(hardware).energyFj + rows * rowFj,
  };
}
