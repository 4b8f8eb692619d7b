import { fanIn, type LayerShape, positionCount } from '@bitfront/bits';
import type { Examples } from '@bitfront/core';
import type { BitMatrix, ByteMatrix, F32Matrix, I32Matrix, Kernels, Matrix } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { Augment } from './augment.ts';
import { fillCounts, fillWide, widestByte } from './fill-feature-major.ts';
import type { InputModel } from './input-model.ts';

/** The batch at hand, as layer 1 sees it: K weights per neuron, at P positions (1 where dense) of M images. */
export interface TrainingInput {
  /** Takes the indexed examples, with fresh draws where the input is stochastic. */
  load(examples: Examples, indices: Uint32Array, streams: InputStreams): void;
  /** Pre-activations `N x P·M` from the signs `N x K`, up to a constant per neuron that batch norm takes out. */
  forward(signs: BitMatrix, out: F32Matrix): void;
  /** Weight gradient `K x N` from the transposed gradient of the pre-activations, `P·M x N`. */
  weightGradient(gradient: F32Matrix, out: F32Matrix): void;
}

export interface InputStreams {
  readonly draws: RandomStream;
  readonly variations: RandomStream;
}

/** How examples come in, and what takes them. */
export interface InputSetting {
  readonly model: InputModel;
  readonly features: number;
  readonly augment: Augment | undefined;
  readonly layer: LayerShape;
  readonly images: number;
}

/** Bits where one draw is presented, bytes up to 255 levels, else real values. */
export function trainingInput(kernels: Kernels, setting: InputSetting): TrainingInput {
  return setting.model.top > widestByte ? wideInput(kernels, setting) : byteInput(kernels, setting);
}

/**
 * Counts c of 0 … top, for the inputs x = 2c / top − 1. The weight gradient leaves the −1 out: the gradient that batch
 * norm lets through sums to 0 over the batch. So black pixels are 0 and are skipped: most of MNIST.
 */
function byteInput(kernels: Kernels, setting: InputSetting): TrainingInput {
  const { arena } = kernels;
  const { model, features, images, augment } = setting;
  const { top } = model;
  const imageMajor = arena.bytes(images, features);
  const counts = arena.bytes(features, images);
  const seen = windowsOf(kernels, setting, counts);
  const bits = arena.bits(seen.matrix.rows, seen.matrix.columns);
  const integerForward = (product: (out: I32Matrix) => void, out: F32Matrix) => {
    const mark = arena.mark();
    const dots = arena.i32(out.rows, out.columns);
    product(dots);
    kernels.intToReal(dots, out, 1 / top);
    arena.release(mark);
  };
  const binary = top === 1;
  return {
    load({ values }, indices, streams) {
      fillCounts(kernels, { model, values, features, augment }, indices, imageMajor, counts, streams);
      seen.take();
      if (binary) kernels.nonZeroBits(seen.matrix, bits);
    },
    forward: (signs, out) =>
      integerForward(
        binary
          ? (dots) => kernels.productBitSign(signs, bits, dots)
          : (dots) => kernels.productCountSign(signs, seen.matrix, top, dots),
        out,
      ),
    weightGradient: (gradient, out) =>
      binary
        ? kernels.productRealSign(bits, gradient, out)
        : kernels.productCountReal(seen.matrix, gradient, 2 / top, out),
  };
}

/** Real inputs x + 1 = 2c / top, for the same reason; the 1 adds Σw to all images, which batch norm takes out. */
function wideInput(kernels: Kernels, setting: InputSetting): TrainingInput {
  const { model, features, images, augment } = setting;
  const featureMajor = kernels.arena.f32(features, images);
  const seen = windowsOf(kernels, setting, featureMajor);
  const table = Float32Array.from({ length: model.top + 1 }, (_, count) => (2 * count) / model.top);
  return {
    load({ values }, indices, streams) {
      fillWide({ model, values, features, augment }, indices, table, featureMajor, streams);
      seen.take();
    },
    forward: (signs, out) => kernels.productRealSign(signs, seen.matrix, out),
    weightGradient: (gradient, out) => kernels.productRealReal(seen.matrix, gradient, out),
  };
}

/** The operand of layer 1: its windows, or the features themselves where it is dense. */
function windowsOf<M extends ByteMatrix | F32Matrix>(
  kernels: Kernels,
  { layer, images }: InputSetting,
  features: M,
): { readonly matrix: M; take(): void } {
  if (layer.kind === 'dense') return { matrix: features, take: () => undefined };
  const columns = positionCount(layer) * images;
  const windows = kernels.arena[features.kind](fanIn(layer), columns) as Matrix as M;
  return { matrix: windows, take: () => kernels.convolutionWindows(features, layer, images, windows) };
}
