import { comparator, copies, type Figure, inSeries, register } from '@bitfront/circuits';
import { columnWriteDrivers, plainSense } from './array-items.ts';
import { type Item, item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * A hidden layer's end: each sum against the threshold of its neuron, the bit into a register that feeds the next
 * layer. Thresholds lie in more columns of the same array technology, read with the row; they are taken as free of
 * errors.
 */
export function thresholdItems(hardware: Hardware, work: Workload): readonly Item[] {
  const { technology } = hardware;
  const { grid, runs, rowsInTurn, outputs, sumBits, activity } = work;
  const neurons = runs * outputs;
  const steps = runs * rowsInTurn;
  const compare = comparator(technology, { bits: sumBits, activity: 0.5 });
  const { outputDensity: density } = activity;
  const flop = register(technology, { bits: 1, activity: 2 * density * (1 - density) });
  return [
    item('thresholds', storedWord(hardware, sumBits), {
      count: grid.gridRows,
      actions: neurons,
      steps: 0,
    }),
    item('thresholds', compare, { count: grid.gridRows, actions: neurons, steps }),
    item('registers', flop, { count: outputs, actions: neurons, steps }),
  ];
}

/** Extra columns of `bits` along the rows of an array: cells, amplifiers, write drivers; one action reads one row. */
export function storedWord(hardware: Hardware, bits: number, rows = hardware.array.rows): Figure {
  const { technology, cell, read } = hardware;
  const cells: Figure = {
    areaUm2: rows * cell.areaUm2PerBit,
    energyFj: read.energyFjPerBit,
    latencyNs: read.latencyNs,
  };
  const drivers: Figure = { ...columnWriteDrivers(hardware), energyFj: 0, latencyNs: 0 };
  return copies(bits, inSeries(cells, plainSense(technology), drivers));
}
