import { type ConvolutionShape, fanIn, type LayerShape, outputVolume, positionCount } from '@bitfront/bits';
import type { BitMatrix, F32Matrix, Kernels } from '@bitfront/kernels';
import type { LayerWeights } from './layer-weights.ts';

/**
 * A layer in training on M images: N neurons at P positions (1 where dense). Activations are feature-major, the images
 * of a position side by side: `N x P·M`.
 */
export interface TrainingLayer extends LayerWeights {
  readonly shape: LayerShape;
  readonly images: number;
  /**
   * What the weights are multiplied with, `K x P·M`, where that is not simply what the layer below gives: windows of a
   * convolution, or pixels in rows of their own.
   */
  readonly gathered: BitMatrix | undefined;
  /** Pre-activations and batch-norm outputs, `N x P·M`. */
  readonly dots: F32Matrix;
  readonly normalised: F32Matrix;
  /** Statistics of the current batch, and the running ones that the kernel keeps, `1 x N`. */
  readonly mean: F32Matrix;
  readonly inverseStd: F32Matrix;
  readonly runningMean: F32Matrix;
  readonly runningVariance: F32Matrix;
  /** Gradient of the batch-norm outputs, then of the pre-activations, `N x P·M`, and its transpose. */
  readonly gradient: F32Matrix;
  readonly gradientByColumn: F32Matrix;
  /** `normalised` behind the pooling, its signs, and the gradient of those signs; unused in the last layer. */
  readonly pooled: F32Matrix;
  readonly outputSigns: BitMatrix;
  readonly outputGradient: F32Matrix;
}

export function trainingLayer(
  kernels: Kernels,
  shape: LayerShape,
  weights: LayerWeights,
  images: number,
  below: LayerShape | undefined,
): TrainingLayer {
  const { arena } = kernels;
  const { outputs } = shape;
  const columns = positionCount(shape) * images;
  const normalised = arena.f32(outputs, columns);
  const gradient = arena.f32(outputs, columns);
  const gathers = below !== undefined && (shape.kind !== 'dense' || below.kind !== 'dense');
  const pooledColumns = pooling(shape) ? pooledPixels(shape) * images : columns;
  return {
    ...weights,
    shape,
    images,
    gathered: gathers ? arena.bits(gatheredRows(shape), columns) : undefined,
    dots: arena.f32(outputs, columns),
    normalised,
    mean: arena.f32(1, outputs),
    inverseStd: arena.f32(1, outputs),
    runningMean: arena.f32(1, outputs),
    runningVariance: arena.f32(1, outputs),
    gradient,
    gradientByColumn: arena.f32(columns, outputs),
    pooled: pooling(shape) ? arena.f32(outputs, pooledColumns) : normalised,
    outputSigns: arena.bits(outputs, pooledColumns),
    outputGradient: pooling(shape) ? arena.f32(outputs, pooledColumns) : gradient,
  };
}

/** Whether a layer pools its outputs. */
export function pooling(shape: LayerShape): shape is ConvolutionShape {
  return shape.kind !== 'dense' && shape.pool !== undefined;
}

function pooledPixels(shape: ConvolutionShape): number {
  const { height, width } = outputVolume(shape);
  return height * width;
}

/** Rows of the windows: a depthwise neuron sees one channel, but the windows show all. */
function gatheredRows(shape: LayerShape): number {
  return fanIn(shape) * (shape.kind === 'depthwise' ? shape.input.channels : 1);
}
