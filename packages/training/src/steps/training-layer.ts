import { type ConvolutionShape, fanIn, type LayerShape, outputVolume, positionCount } from '@bitfront/bits';
import type { BitMatrix, F32Matrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { LayerWeights } from './layer-weights.ts';

/** Pre-activations `N x P·M`: real, or integers that are worth `scale` each. */
export interface Dots {
  readonly values: F32Matrix | I32Matrix;
  readonly scale: number;
}

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
  readonly dots: Dots;
  /** Statistics of the current batch, and the running ones that the kernel keeps, `1 x N`. */
  readonly mean: F32Matrix;
  readonly inverseStd: F32Matrix;
  readonly runningMean: F32Matrix;
  readonly runningVariance: F32Matrix;
  /** Gradient of the batch-norm outputs, then of the pre-activations, `N x P·M`. */
  readonly gradient: F32Matrix;
  /** Signs of the batch-norm outputs, before the pooling and behind it, and the gradient of the latter. */
  readonly signsBeforePool: BitMatrix;
  readonly outputSigns: BitMatrix;
  readonly outputGradient: F32Matrix;
  /** The batch-norm outputs themselves, where they are the class scores: in the last layer, which needs no signs. */
  readonly scores: F32Matrix | undefined;
}

export type LastLayer = TrainingLayer & { readonly scores: F32Matrix };

/** Where a layer stands. */
export interface Place {
  readonly below: LayerShape | undefined;
  readonly isLast: boolean;
  /** The first layer's, which are the input's. */
  readonly dots: Dots | undefined;
}

export function trainingLayer(
  kernels: Kernels,
  shape: LayerShape,
  weights: LayerWeights,
  images: number,
  { below, isLast, dots }: Place,
): TrainingLayer {
  const { arena } = kernels;
  const { outputs } = shape;
  const columns = positionCount(shape) * images;
  const signsBeforePool = arena.bits(outputs, columns);
  const gradient = arena.f32(outputs, columns);
  const gathers = below !== undefined && (shape.kind !== 'dense' || below.kind !== 'dense');
  const pooledColumns = pooling(shape) ? pooledPixels(shape) * images : columns;
  return {
    ...weights,
    shape,
    images,
    gathered: gathers ? arena.bits(gatheredRows(shape), columns) : undefined,
    dots: dots ?? { values: arena.i32(outputs, columns), scale: 1 },
    mean: arena.f32(1, outputs),
    inverseStd: arena.f32(1, outputs),
    runningMean: arena.f32(1, outputs),
    runningVariance: arena.f32(1, outputs),
    gradient,
    signsBeforePool,
    outputSigns: pooling(shape) ? arena.bits(outputs, pooledColumns) : signsBeforePool,
    outputGradient: pooling(shape) ? arena.f32(outputs, pooledColumns) : gradient,
    scores: isLast ? arena.f32(outputs, columns) : undefined,
  };
}

/** The layer whose outputs are the class scores. */
export function lastOf(layers: readonly TrainingLayer[]): LastLayer {
  return layers[layers.length - 1] as LastLayer;
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
