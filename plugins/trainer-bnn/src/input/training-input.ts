import type { Examples } from '@bitfront/core';
import type { BitMatrix, F32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { fillFeatureMajor } from './fill-feature-major.ts';
import type { InputModel } from './input-model.ts';

/** The inputs of layer 1 for one batch, and the two products that they take part in. */
export interface TrainingInput {
  /** Presents these examples, one per lane of the batch. */
  load(examples: Examples, indices: Uint32Array, stream: RandomStream): void;
  /** Pre-activations `N x M` from the signs `N x K`, up to a constant per neuron that batch norm takes out. */
  forward(signs: BitMatrix, out: F32Matrix): void;
  /** Weight gradient `K x N` from the transposed gradient of the pre-activations, `M x N`. */
  weightGradient(gradient: F32Matrix, out: F32Matrix): void;
}

/** Bits where one draw is presented, else real values. */
export function trainingInput(
  kernels: Kernels,
  model: InputModel,
  features: number,
  batch: number,
): TrainingInput {
  return model.top === 1
    ? binaryInput(kernels, model, features, batch)
    : realInput(kernels, model, features, batch);
}

function binaryInput(kernels: Kernels, model: InputModel, features: number, batch: number): TrainingInput {
  const imageMajor = kernels.arena.bits(batch, features);
  const featureMajor = kernels.arena.bits(features, batch);
  const counts = new Uint16Array(features);
  return {
    load(examples, indices, stream) {
      for (const [lane, index] of indices.entries()) {
        model.counts(examples.values, index * features, stream, counts);
        packCounts(counts, imageMajor.row(lane));
      }
      kernels.transposeBits(imageMajor, featureMajor);
    },
    forward(signs, out) {
      const mark = kernels.arena.mark();
      const dots = kernels.arena.i32(out.rows, out.columns);
      kernels.productXnor(signs, imageMajor, dots);
      kernels.intToReal(dots, out);
      kernels.arena.release(mark);
    },
    weightGradient: (gradient, out) => kernels.productRealSign(featureMajor, gradient, out),
  };
}

/**
 * Real inputs x + 1 = 2 · c / top. Without the 1 nothing changes: it adds Σw to a neuron's pre-activation in every
 * image, which the mean of batch norm takes out, and the gradient that batch norm lets through sums to 0 over the
 * batch. With it black pixels are 0, and the weight gradient skips them: most of MNIST.
 */
function realInput(kernels: Kernels, model: InputModel, features: number, batch: number): TrainingInput {
  const featureMajor = kernels.arena.f32(features, batch);
  const table = Float32Array.from({ length: model.top + 1 }, (_, count) => (2 * count) / model.top);
  return {
    load: ({ values }, indices, stream) =>
      fillFeatureMajor({ model, values, features }, indices, table, featureMajor, stream),
    forward: (signs, out) => kernels.productRealSign(signs, featureMajor, out),
    weightGradient: (gradient, out) => kernels.productRealReal(featureMajor, gradient, out),
  };
}

/** Counts of 0 or 1 as bits, least significant first. */
export function packCounts(counts: Uint16Array, words: Uint32Array): void {
  words.fill(0);
  for (let index = 0; index < counts.length; index++)
    if (counts[index] !== 0) words[index >>> 5] = (words[index >>> 5] ?? 0) | (1 << (index & 31));
}
