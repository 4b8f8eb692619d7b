import { firstLayerPlanes, networkRuns } from '@bitfront/bill';
import { bitsToHold } from '@bitfront/circuits';
import { type Extent, inputFeatures, outputVolume, positionCount, shortcutWeight } from '@bitfront/bits';
import type { InferenceView, LayerActivity, LayerPartition, LayerShape } from '@bitfront/core';
import type { Shortcut } from './shortcut-of.ts';
import { type Sliding, slidingOf } from './sliding.ts';

/** What one layer does during one inference. */
export interface Workload {
  readonly shape: LayerShape;
  /** Columns of a row: weights of a neuron. */
  readonly inputs: number;
  readonly outputs: number;
  /** Values that the layer takes of one image. */
  readonly values: number;
  /** How often each neuron is computed for one image shown once: positions of the window, 1 where dense. */
  readonly positions: number;
  /** Positions behind the pooling, 1 × 1 where dense. */
  readonly pooled: Extent;
  /** How the window moves; absent where there is one position, as in a dense layer. */
  readonly sliding?: Sliding;
  /** What is added to the sums from a layer before; absent where there is no shortcut. */
  readonly shortcut?: Shortcut;
  /** Whether every row meets inputs of its own (depthwise). */
  readonly ownInputs: boolean;
  /** Values in registers in front of the layer: those of its window where that slides, else all. */
  readonly heldValues: number;
  /** Bits kept of every value; draws are drawn anew for every use where nothing slides and nobody needs them again. */
  readonly heldPlanes: number;
  readonly grid: LayerPartition;
  readonly activity: LayerActivity;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How often the whole network runs: T where the output or the vote is accumulated, else 1. */
  readonly runs: number;
  /** Reads of the same row at one position: bit planes, or draws accumulated in layer 1. */
  readonly planes: number;
  /** Whether all rows are read with one plane before the next plane, else all planes of a row before the next row. */
  readonly planeFirst: boolean;
  /** Rows that are read one after the other at one position: those of the fullest array. */
  readonly rowsInTurn: number;
  /** Neurons computed: over all runs and positions. */
  readonly neurons: number;
  /** The same, of the neurons of the fullest array: one after the other. */
  readonly neuronTurns: number;
  /** Reads of a neuron's row, and those one after the other: the above for every plane. */
  readonly reads: number;
  readonly readTurns: number;
  /** Bits of the sum that meets the threshold, the weight of the shortcut included. */
  readonly sumBits: number;
  /** Probability that an XNOR output differs from that of the neuron before: 2·d·(1 − d), rows being independent. */
  readonly xnorToggle: number;
}

/** `grid.rowsHold` must be `neurons`, and `grid` that of `shape`. */
export function workloadOf(
  shape: LayerShape,
  grid: LayerPartition,
  activity: LayerActivity,
  input: InferenceView,
  place: {
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly arrayRows: number;
    readonly planeFirst: boolean;
    readonly shortcut?: Shortcut;
  },
): Workload {
  const { isFirst, isLast, arrayRows, planeFirst, shortcut } = place;
  const inputs = grid.usedColumns;
  const planes = isFirst ? firstLayerPlanes(input) : 1;
  const weightOfPlanes = isFirst && input.kind === 'fixed-point' ? (1 << input.bits) - 1 : planes;
  const density = activity.xnorDensity;
  const sliding = slidingOf(shape);
  const positions = positionCount(shape);
  const runs = networkRuns(input);
  const values = inputFeatures(shape);
  const redrawn = input.kind === 'stochastic' && planeFirst && sliding === undefined;
  const rowsInTurn = Math.min(grid.usedRows, arrayRows);
  const [neurons, neuronTurns] = [runs * positions * grid.usedRows, runs * positions * rowsInTurn];
  return {
    shape,
    inputs,
    outputs: grid.usedRows,
    values,
    positions,
    pooled: shape.kind === 'dense' ? { height: 1, width: 1 } : outputVolume(shape),
    ...(sliding && { sliding }),
    ...(shortcut && { shortcut }),
    ownInputs: shape.kind === 'depthwise',
    heldValues: sliding === undefined ? values : sliding.taps * sliding.channels,
    heldPlanes: redrawn ? 1 : planes,
    grid,
    activity,
    isFirst,
    isLast,
    runs,
    planes,
    planeFirst,
    rowsInTurn,
    neurons,
    neuronTurns,
    reads: neurons * planes,
    readTurns: neuronTurns * planes,
    sumBits: bitsToHold(inputs * weightOfPlanes + shortcutWeight(shape)),
    xnorToggle: 2 * density * (1 - density),
  };
}
