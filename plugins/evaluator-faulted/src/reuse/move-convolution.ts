import { type ConvolutionShape, fanIn } from '@bitfront/bits';
import { type LayerInput, layerSigns } from '@bitfront/inference';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { LayerMemory, LayerScratch } from './layer-memory.ts';

/** A convolution at a new level. */
export interface ConvolutionStep {
  readonly layer: ConvolutionShape;
  readonly weights: BitMatrix;
  readonly thresholds: I32Matrix;
  /** Neurons of which at least one weight is read differently. */
  readonly flipped: readonly number[];
  readonly memory: LayerMemory;
  readonly scratch: LayerScratch;
  readonly input: LayerInput;
  /** Whether all neurons have to be computed: their input changed, or nothing that is remembered holds. */
  readonly all: boolean;
}

/** Brings the outputs of a convolution up to date; returns how many of them changed, those of no image included. */
export function moveConvolution(kernels: Kernels, step: ConvolutionStep): number {
  const { layer, flipped, memory, scratch } = step;
  const { signs } = memory;
  const { fresh, changed } = scratch;
  if (signs === undefined || fresh === undefined || changed === undefined) return 0;
  const some = !step.all && layer.kind === 'convolution' && flipped.length < layer.outputs / 2;
  if (some) {
    fresh.view.set(signs.view);
    computeRows(kernels, step, fresh);
  } else layerSigns(kernels, layer, step.weights, step.input, step.thresholds, fresh);
  return kernels.replaceBits(signs, fresh, changed);
}

/** Computes the outputs of the flipped neurons alone. */
function computeRows(kernels: Kernels, step: ConvolutionStep, signs: BitMatrix): void {
  const { layer, weights, thresholds, flipped, input } = step;
  const { arena } = kernels;
  const mark = arena.mark();
  const rows = arena.bits(flipped.length, fanIn(layer));
  const limits = arena.i32(1, flipped.length);
  for (const [index, neuron] of flipped.entries()) {
    rows.row(index).set(weights.row(neuron));
    limits.row(0)[index] = thresholds.row(0)[neuron] ?? 0;
  }
  const outputs = layerSigns(kernels, { ...layer, outputs: flipped.length }, rows, input, limits);
  for (const [index, neuron] of flipped.entries()) signs.row(neuron).set(outputs.row(index));
  arena.release(mark);
}
