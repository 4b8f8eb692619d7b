import { bitsToHold } from '@bitfront/circuits';
import type { InferenceView, LayerActivity, LayerPartition } from '@bitfront/core';

/** What one layer does during one inference. */
export interface Workload {
  readonly inputs: number;
  readonly outputs: number;
  readonly grid: LayerPartition;
  readonly activity: LayerActivity;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How often the whole network runs: T where the output or the vote is accumulated, else 1. */
  readonly runs: number;
  /** Reads of the same row in one run: bit planes, or draws accumulated in layer 1. */
  readonly planes: number;
  /** Whether all rows are read with one plane before the next plane, else all planes of a row before the next row. */
  readonly planeFirst: boolean;
  /** Rows that are read one after the other in one run: those of the fullest array. */
  readonly rowsInTurn: number;
  /** Bits of the sum that meets the threshold. */
  readonly sumBits: number;
  /** Probability that an XNOR output differs from that of the neuron before: 2·d·(1 − d), rows being independent. */
  readonly xnorToggle: number;
}

/** `grid.rowsHold` must be `neurons`. */
export function workloadOf(
  grid: LayerPartition,
  activity: LayerActivity,
  input: InferenceView,
  place: {
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly arrayRows: number;
    readonly planeFirst: boolean;
  },
): Workload {
  const { isFirst, isLast, arrayRows, planeFirst } = place;
  const inputs = grid.usedColumns;
  const planes = isFirst ? planesOf(input) : 1;
  const weightOfPlanes = isFirst && input.kind === 'fixed-point' ? (1 << input.bits) - 1 : planes;
  const density = activity.xnorDensity;
  return {
    inputs,
    outputs: grid.usedRows,
    grid,
    activity,
    isFirst,
    isLast,
    runs: runsOf(input),
    planes,
    planeFirst,
    rowsInTurn: Math.min(grid.usedRows, arrayRows),
    sumBits: bitsToHold(inputs * weightOfPlanes),
    xnorToggle: 2 * density * (1 - density),
  };
}

function planesOf(input: InferenceView): number {
  if (input.kind === 'fixed-point') return input.bits;
  return input.accumulation === 'first-layer' ? input.presentations : 1;
}

/** Runs of the whole network for one image. */
export function runsOf(input: InferenceView): number {
  return input.kind === 'stochastic' && input.accumulation !== 'first-layer' ? input.presentations : 1;
}
