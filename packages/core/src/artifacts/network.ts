import type { Row } from './artifacts.ts';

/**
 * A trained binarized network, batch norm folded. Activations and weights are ±1; bit 1 stands for +1; sign(0) = +1.
 * The input of layer 1 is the pixel scaled to [−1, 1] (x = 2·pixel − 1), whatever the encoding.
 */
export interface Network {
  readonly architecture: Architecture;
  /**
   * One entry per layer: the stored bits. Rows of hidden neurons with γ < 0 are already inverted; rows of the output
   * layer never are, since its scale keeps the sign of γ.
   */
  readonly weights: readonly PackedBits[];
  /** One entry per hidden layer. */
  readonly thresholds: readonly Float64Array[];
  readonly output: OutputAffine;
  /** What folding started from, for export and for checking the folded network; hardware never reads it. */
  readonly float: FloatNetwork;
  readonly log: readonly EpochLog[];
  readonly row: Row;
}

export interface Architecture {
  readonly classes: number;
  readonly layers: readonly LayerShape[];
}

/** Layers as data, read alike by trainers, evaluators, partitioners and cost models. The last layer is dense. */
export type LayerShape = DenseShape | ConvolutionShape;

/** Behind a convolution, inputs are its outputs in the order channel, y, x. */
export interface DenseShape {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * Every neuron (output channel) sees a window of the input at each position; a pointwise convolution has a 1 × 1 kernel.
 * Its weights are one row of `height · width · channels` bits, channel fastest, then x, then y; in a depthwise
 * convolution neuron c sees channel c alone and has `height · width` weights. Padding stands for −1 (bit 0).
 * Positions: ⌊(size + 2 · padding − kernel) / stride⌋ + 1 in each direction.
 */
export interface ConvolutionShape {
  readonly kind: 'convolution' | 'depthwise';
  readonly input: Volume;
  /** Output channels; as many as input channels where depthwise. */
  readonly outputs: number;
  readonly kernel: Extent;
  readonly stride: Extent;
  /** Added on both sides. */
  readonly padding: Extent;
  /**
   * Residual shortcut: `weight` times the ±1 output of layer `from` (counted from 0) at the same channel and place is added
   * to the dot product, before batch norm or threshold; it is fixed and stored nowhere. Where the source has more rows and
   * columns, every n-th is taken; where it has fewer channels, the others get nothing.
   */
  readonly shortcut?: { readonly from: number; readonly weight: number };
  /** Max-pooling behind the threshold: the OR of the bits of a window; positions that fill no window are dropped. */
  readonly pool?: { readonly size: Extent; readonly stride: Extent };
}

/** Channels of images; as data the order is channel, y, x. */
export interface Volume extends Extent {
  readonly channels: number;
}

export interface Extent {
  readonly height: number;
  readonly width: number;
}

/** [rows × columns] bits; row r starts at word r·⌈columns / 32⌉, least significant bit first; padding bits are 0. */
export interface PackedBits {
  readonly rows: number;
  readonly columns: number;
  readonly words: Uint32Array;
}

/**
 * score_k = scale_k · dot_k + offset_k, class = the first largest. `dot` is over stored bits of the last layer.
 * Hidden neuron: output +1 exactly if dot ≥ threshold, in units of the [−1, 1] input for layer 1.
 */
export interface OutputAffine {
  readonly scale: Float64Array;
  readonly offset: Float64Array;
}

/** Latent weights and batch norm per layer, as trained: y = γ·(dot − mean) / √(variance + epsilon) + β. */
export interface FloatNetwork {
  /** Per layer [outputs × weights of a neuron], row-major; the binary weight is its sign, sign(0) = +1. */
  readonly latent: readonly Float32Array[];
  readonly batchNorm: readonly BatchNorm[];
}

export interface BatchNorm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
}

export interface EpochLog {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly trainErrorRate: number;
  readonly validationErrorRate: number;
}
