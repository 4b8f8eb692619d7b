import { copies, gate, inSeries, register, registerFile } from '@bitfront/circuits';
import type { ConvolutionShape, Extent } from '@bitfront/bits';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * Max-pooling of bits: the OR of a window. The outputs of a position gather in a register; word by word they are ORed
 * into every window that they belong to. Open windows wait in a register file: a row of pooled positions for each
 * window that overlaps another vertically, or only those that overlap horizontally if windows are one row high.
 */
export function poolItems({ technology }: Hardware, work: Workload): readonly Item[] {
  const { shape, outputs, runs, neurons, neuronTurns } = work;
  if (shape.kind === 'dense' || shape.pool === undefined) return [];
  const { size } = shape.pool;
  const { height, width } = work.pooled;
  const { outputDensity: density } = work.activity;
  const activity = 2 * density * (1 - density);
  const file = registerFile(technology, {
    words: openWindows(shape.pool, work.pooled),
    wordBits: outputs,
    activity,
  });
  const stored = {
    areaUm2: file.areaUm2,
    energyFj: file.readEnergyFj + file.writeEnergyFj,
    latencyNs: file.latencyNs,
  };
  // An OR2, NOR2 and inverter, has the six transistors of an AND2.
  const or = copies(outputs, gate(technology, 'and2', activity));
  const updates = runs * height * width * size.height * size.width;
  return [
    item('pooling', register(technology, { bits: 1, activity }), {
      count: outputs,
      actions: neurons,
      steps: neuronTurns,
    }),
    item('pooling', inSeries(stored, or), { count: 1, actions: updates, steps: updates }),
  ];
}

/** Windows that may have some of their outputs and wait for more, when outputs come row by row. */
export function openWindows({ size, stride }: Pool, pooled: Extent): number {
  if (size.height === 1) return Math.min(pooled.width, Math.ceil(size.width / stride.width));
  return Math.min(pooled.height, Math.ceil(size.height / stride.height)) * pooled.width;
}

type Pool = NonNullable<ConvolutionShape['pool']>;
