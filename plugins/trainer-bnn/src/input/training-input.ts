import type { Examples } from '@bitfront/core';
import type { BitMatrix, F32Matrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { fillCounts, fillWide, widestByte } from './fill-feature-major.ts';
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

/** Bits where one draw is presented, bytes up to 255 levels, else real values. */
export function trainingInput(
  kernels: Kernels,
  model: InputModel,
  features: number,
  batch: number,
): TrainingInput {
  return model.top > widestByte
    ? wideInput(kernels, model, features, batch)
    : byteInput(kernels, model, features, batch);
}

/**
 * Counts c of 0 … top, for the inputs x = 2c / top − 1. The weight gradient leaves the −1 out: the gradient that batch
 * norm lets through sums to 0 over the batch. So black pixels are 0 and are skipped: most of MNIST.
 */
function byteInput(kernels: Kernels, model: InputModel, features: number, batch: number): TrainingInput {
  const { arena } = kernels;
  const { top } = model;
  const imageMajor = arena.bytes(batch, features);
  const counts = arena.bytes(features, batch);
  const bits = arena.bits(features, batch);
  const integerForward = (product: (out: I32Matrix) => void, out: F32Matrix) => {
    const mark = arena.mark();
    const dots = arena.i32(out.rows, out.columns);
    product(dots);
    kernels.intToReal(dots, out, 1 / top);
    arena.release(mark);
  };
  const binary = top === 1;
  return {
    load({ values }, indices, stream) {
      fillCounts(kernels, { model, values, features }, indices, imageMajor, counts, stream);
      if (binary) kernels.nonZeroBits(counts, bits);
    },
    forward: (signs, out) =>
      integerForward(
        binary
          ? (dots) => kernels.productBitSign(signs, bits, dots)
          : (dots) => kernels.productCountSign(signs, counts, top, dots),
        out,
      ),
    weightGradient: (gradient, out) =>
      binary
        ? kernels.productRealSign(bits, gradient, out)
        : kernels.productCountReal(counts, gradient, 2 / top, out),
  };
}

/** Real inputs x + 1 = 2c / top, for the same reason; the 1 adds Σw to all images, which batch norm takes out. */
function wideInput(kernels: Kernels, model: InputModel, features: number, batch: number): TrainingInput {
  const featureMajor = kernels.arena.f32(features, batch);
  const table = Float32Array.from({ length: model.top + 1 }, (_, count) => (2 * count) / model.top);
  return {
    load: ({ values }, indices, stream) =>
      fillWide({ model, values, features }, indices, table, featureMajor, stream),
    forward: (signs, out) => kernels.productRealSign(signs, featureMajor, out),
    weightGradient: (gradient, out) => kernels.productRealReal(featureMajor, gradient, out),
  };
}
