import { fanIn, type LayerShape, positionCount } from '@bitfront/bits';
import type { Examples } from '@bitfront/core';
import type { BitMatrix, ByteMatrix, F32Matrix, Kernels, Matrix } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { Dots } from '../steps/training-layer.ts';
import type { Augment } from './augment.ts';
import { fillCounts, fillWide, widestByte } from './fill-feature-major.ts';
import type { InputModel } from './input-model.ts';

/** The batch at hand, as layer 1 sees it: K weights per neuron, at P positions (1 where dense) of M images. */
export interface TrainingInput {
  /** Takes the indexed examples, with fresh draws where the input is stochastic. */
  load(examples: Examples, indices: Uint32Array, streams: InputStreams): void;
  /** Pre-activations of layer 1, up to a constant per neuron that batch norm takes out. */
  readonly dots: Dots;
  /** Fills them, from the signs `N x K`. */
  forward(signs: BitMatrix): void;
  /** Weight gradient `K x N` from the gradient of the pre-activations, `N x P·M`. */
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
  const { model, features, images, augment, layer } = setting;
  const { top } = model;
  const imageMajor = arena.bytes(images, features);
  const counts = arena.bytes(features, images);
  const seen = windowsOf(kernels, setting, counts);
  const bits = arena.bits(seen.matrix.rows, seen.matrix.columns);
  const dots = arena.i32(layer.outputs, seen.matrix.columns);
  const binary = top === 1;
  const byColumn = binary ? undefined : arena.f32(seen.matrix.columns, layer.outputs);
  return {
    dots: { values: dots, scale: 1 / top },
    load({ values }, indices, streams) {
      fillCounts(kernels, { model, values, features, augment }, indices, imageMajor, counts, streams);
      seen.take();
      if (binary) kernels.nonZeroBits(seen.matrix, bits);
    },
    forward: (signs) =>
      binary
        ? kernels.productBitSign(signs, bits, dots)
        : kernels.productCountSign(signs, seen.matrix, top, dots),
    weightGradient(gradient, out) {
      if (byColumn === undefined) {
        kernels.productRealSignTransposed(bits, gradient, out);
        return;
      }
      kernels.transposeReal(gradient, byColumn);
      kernels.productCountReal(seen.matrix, byColumn, 2 / top, out);
    },
  };
}

/** Real inputs x + 1 = 2c / top, for the same reason; the 1 adds Σw to all images, which batch norm takes out. */
function wideInput(kernels: Kernels, setting: InputSetting): TrainingInput {
  const { model, features, images, augment, layer } = setting;
  const featureMajor = kernels.arena.f32(features, images);
  const seen = windowsOf(kernels, setting, featureMajor);
  const table = Float32Array.from({ length: model.top + 1 }, (_, count) => (2 * count) / model.top);
  const dots = kernels.arena.f32(layer.outputs, seen.matrix.columns);
  const byColumn = kernels.arena.f32(seen.matrix.columns, layer.outputs);
  return {
    dots: { values: dots, scale: 1 },
    load({ values }, indices, streams) {
      fillWide({ model, values, features, augment }, indices, table, featureMajor, streams);
      seen.take();
    },
    forward: (signs) => kernels.productRealSign(signs, seen.matrix, dots),
    weightGradient(gradient, out) {
      kernels.transposeReal(gradient, byColumn);
      kernels.productRealReal(seen.matrix, byColumn, out);
    },
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
