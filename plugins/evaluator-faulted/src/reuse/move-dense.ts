import type { DenseShape } from '@bitfront/core';
import { type LayerInput, layerDots, unfolded } from '@bitfront/inference';
import type { BitMatrix, ByteMatrix, I32Matrix, Kernels, WeightFlips } from '@bitfront/kernels';
import type { LayerMemory, LayerScratch } from './layer-memory.ts';

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

/** Brings the dots and the outputs of a layer up to date; returns how many outputs changed. */
export function moveDense(kernels: Kernels, step: DenseStep): number {
  const mark = kernels.arena.mark();
  const count = step.anew || !pays(step) ? computeAnew(kernels, step) : moveOn(kernels, step);
  kernels.arena.release(mark);
  return count;
}

/** Whether moving on takes less time than computing anew, in units of one weight and lane of a product of bits. */
function pays({ layer, flipCount, changedCount, input, before }: DenseStep): boolean {
  if (changedCount > 0 && before === undefined) return false;
  const { product, flip, change, changedNeuron, delta, narrowing, tables } = costs;
  const { inputs, outputs } = layer;
  const lanes = input.lanes;
  const counts = input.values.kind === 'bytes' ? 'counts' : 'bits';
  const anew = (product[counts] * (outputs + tables) * inputs + narrowing * outputs) * lanes;
  const flips = flip[counts] * flipCount * lanes;
  const changes = changedCount * (change + changedNeuron * outputs);
  return flips + changes + (changedCount > 0 ? delta * outputs * lanes : 0) < anew;
}

/** As measured on one machine, for layers of 1024 neurons; they decide about time only. */
const costs = {
  /** Per weight and lane; building the tables takes as long as so many neurons. */
  product: { bits: 1, counts: 4.8 },
  tables: 48,
  /** Per neuron and lane: 16 bits of 32, and deltas transposed and added. */
  narrowing: 70,
  delta: 150,
  /** Per flipped weight and lane. */
  flip: { bits: 5, counts: 23 },
  /** Per changed input of one lane, and per neuron that it reaches. */
  change: 1600,
  changedNeuron: 6,
} as const;

function computeAnew(kernels: Kernels, step: DenseStep): number {
  const { layer, weights, thresholds, memory, scratch, input, none } = step;
  const { dots, images, signs } = memory;
  if (dots === undefined) return 0;
  const seen = { ...input, values: unfolded(kernels, layer, input) };
  if (dots.kind === 'i32') layerDots(kernels, layer, weights, seen, dots);
  else kernels.narrowInts(layerDots(kernels, layer, weights, seen), dots);
  if (images !== undefined) kernels.transposeBits(seen.values as BitMatrix, images);
  if (thresholds === undefined || signs === undefined || scratch.changed === undefined) return 0;
  const outputs = { thresholds, signs, changed: scratch.changed, all: true };
  return kernels.moveDots({ dots, flips: none, input: anyInput(seen), top: input.scale, outputs });
}

function moveOn(kernels: Kernels, step: DenseStep): number {
  const { layer, thresholds, memory, scratch, input, none, flips } = step;
  const { dots, signs } = memory;
  if (dots === undefined) return 0;
  const seen = anyInput({ ...input, values: unfolded(kernels, layer, input) });
  const top = input.scale;
  const outputs =
    thresholds === undefined || signs === undefined || scratch.changed === undefined
      ? {}
      : { outputs: { thresholds, signs, changed: scratch.changed, all: false } };
  const { changedImages, deltasByImage, deltas } = scratch;
  const { images } = memory;
  const { before, changed } = step;
  const still =
    changed === undefined || before === undefined || images === undefined || step.changedCount === 0;
  if (still || changedImages === undefined || deltasByImage === undefined || deltas === undefined)
    return kernels.moveDots({ dots, flips, input: seen, top, ...outputs });
  const where = unfolded(kernels, layer, { ...input, values: changed });
  kernels.transposeBits(where as BitMatrix, changedImages);
  // New dots = old dots + old weights · change of the inputs + change of the weights · new inputs.
  let largest = kernels.changeDeltas(changedImages, images, before, 0, deltasByImage);
  kernels.transposeBytes(deltasByImage, deltas);
  for (let first = changesAtOnce; first < largest; first += changesAtOnce) {
    kernels.moveDots({ dots, flips: none, input: seen, top, deltas });
    largest = kernels.changeDeltas(changedImages, images, before, first, deltasByImage);
    kernels.transposeBytes(deltasByImage, deltas);
  }
  kernels.toggleBits(images, changedImages);
  return kernels.moveDots({ dots, flips, input: seen, top, deltas, ...outputs });
}

/** Changes of one image that `changeDeltas` takes together. */
const changesAtOnce = 127;

function anyInput({ values }: LayerInput): BitMatrix | ByteMatrix {
  return values as BitMatrix | ByteMatrix;
}
