import type { DenseShape } from '@bitfront/core';
import { type LayerInput, layerDots, unfolded } from '@bitfront/inference';
import type { BitMatrix, ByteMatrix, I16Matrix, I32Matrix, Kernels, WeightFlips } from '@bitfront/kernels';
import type { LayerMemory, LayerScratch } from './layer-memory.ts';
import { moveMarginLayer } from './move-margin-layer.ts';

/** A dense layer at a new level. */
export interface DenseStep {
  readonly layer: DenseShape;
  /** As they are read now. */
  readonly weights: BitMatrix;
  /** As they were read before, input by input; where changed inputs are followed. */
  readonly before: BitMatrix | undefined;
  readonly thresholds: I32Matrix | undefined;
  /** What separates the weights from those before. */
  readonly flips: WeightFlips;
  readonly none: WeightFlips;
  readonly flipCount: number;
  readonly memory: LayerMemory;
  readonly scratch: LayerScratch;
  /** The input as it is now. */
  readonly input: LayerInput;
  /** Where it differs from before, and in how many bits. */
  readonly changed: BitMatrix | undefined;
  readonly changedCount: number;
  /** Nothing that is remembered holds. */
  readonly anew: boolean;
}

/** Brings what is kept of a layer up to date; returns how many outputs changed. */
export function moveDense(kernels: Kernels, step: DenseStep): number {
  const { thresholds, memory, scratch } = step;
  const { margins, signs } = memory;
  const { changed: changedNow, fresh } = scratch;
  const mark = kernels.arena.mark();
  const count =
    margins && signs && thresholds && changedNow && fresh
      ? moveMarginLayer(kernels, { ...step, thresholds, margins, signs, changedNow, fresh })
      : moveDotLayer(kernels, step);
  kernels.arena.release(mark);
  return count;
}

/** The same for a layer whose dots are kept. */
function moveDotLayer(kernels: Kernels, step: DenseStep): number {
  const { layer, weights, thresholds, memory, scratch, input, none, flips } = step;
  const { dots, signs } = memory;
  if (dots === undefined) return 0;
  const anew = step.anew || step.changedCount > 0 || !pays(step);
  const seen = { ...input, values: unfolded(kernels, layer, input) };
  if (anew) computeDots(kernels, layer, weights, seen, dots);
  const outputs =
    thresholds && signs && scratch.changed
      ? { outputs: { thresholds, signs, changed: scratch.changed, all: anew } }
      : {};
  if (anew && outputs.outputs === undefined) return 0;
  const values = seen.values as BitMatrix | ByteMatrix;
  return kernels.moveDots({ dots, flips: anew ? none : flips, input: values, top: input.scale, ...outputs });
}

function computeDots(
  kernels: Kernels,
  layer: DenseShape,
  weights: BitMatrix,
  input: LayerInput,
  dots: I16Matrix | I32Matrix,
): void {
  if (dots.kind === 'i32') layerDots(kernels, layer, weights, input, dots);
  else kernels.narrowInts(layerDots(kernels, layer, weights, input), dots);
}

/** Whether moving on takes less time than computing anew, in units of one weight and lane of a product of bits. */
function pays({ layer, flipCount, input }: DenseStep): boolean {
  const { product, flip, narrowing, tables } = costs;
  const { inputs, outputs } = layer;
  const kind = input.values.kind === 'bytes' ? 'counts' : 'bits';
  return flip[kind] * flipCount < product[kind] * (outputs + tables) * inputs + narrowing * outputs;
}

/** As measured on one machine, for layers of 1024 neurons; they decide about time only. */
const costs = {
  /** Per weight and lane; building the tables takes as long as so many neurons. */
  product: { bits: 1, counts: 4.8 },
  tables: 48,
  /** Per neuron and lane: 16 bits of 32. */
  narrowing: 70,
  /** Per flipped weight and lane. */
  flip: { bits: 5, counts: 23 },
} as const;
