import { comparator, copies, type Figure, inSeries, register } from '@bitfront/circuits';
import type { LayerShape } from '@bitfront/core';
import { storedColumns } from './coded-words.ts';
import { wordDecoder } from './correction-items.ts';
import { columnWriteDrivers, plainSense } from './array-items.ts';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import { poolItems } from './pool-items.ts';
import type { Workload } from './workload.ts';

/**
 * A hidden layer's end: each sum against the threshold of its neuron, the bit through the pooling, if there is one,
 * into a register that feeds the next layer: all its values, or the newest pixel of its window. Thresholds lie in more
 * columns of the same array technology, read with the row; they are taken as free of errors.
 */
export function thresholdItems(hardware: Hardware, work: Workload, next: Workload): readonly Item[] {
  const { technology } = hardware;
  const { grid, runs, outputs, neurons, neuronTurns: steps, pooled, sumBits, activity } = work;
  const compare = comparator(technology, { bits: sumBits, activity: 0.5 });
  const { outputDensity: density } = activity;
  const pools = work.shape.kind !== 'dense' && work.shape.pool !== undefined;
  const words = runs * pooled.height * pooled.width;
  const waiting = next.sliding && !givesPixels(work, next.shape) ? next.values : 0;
  const flop = register(technology, { bits: 1, activity: 2 * density * (1 - density) });
  return [
    item('thresholds', storedWord(hardware, sumBits), {
      count: grid.gridRows,
      actions: neurons,
      steps: 0,
    }),
    wordDecoder(hardware, sumBits, { count: grid.gridRows, reads: neurons, steps: 0 }),
    item('thresholds', compare, { count: grid.gridRows, actions: neurons, steps }),
    ...poolItems(hardware, work),
    item('registers', flop, {
      count: next.heldValues + waiting,
      actions: (pools ? outputs * words : neurons) + runs * waiting,
      steps: pools ? words : steps,
    }),
  ];
}

/** Whether outputs come in the order in which the next window moves; else all wait in registers until it passes. */
function givesPixels({ pooled }: Workload, next: LayerShape): boolean {
  return next.kind !== 'dense' && pooled.height === next.input.height && pooled.width === next.input.width;
}

/**
 * Extra columns of `bits` and their check bits along the rows of an array: cells, amplifiers, write drivers; one action
 * reads one row.
 */
export function storedWord(hardware: Hardware, bits: number, rows = hardware.array.rows): Figure {
  const { technology, cell, read } = hardware;
  const cells: Figure = {
    areaUm2: rows * cell.areaUm2PerBit,
    energyFj: read.energyFjPerBit,
    latencyNs: read.latencyNs,
  };
  const drivers: Figure = { ...columnWriteDrivers(hardware), energyFj: 0, latencyNs: 0 };
  return copies(storedColumns(hardware.correction, bits), inSeries(cells, plainSense(technology), drivers));
}
