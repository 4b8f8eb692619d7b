import type { ConvolutionShape } from '@bitfront/bits';
import type { Arena } from './arena.ts';
import type { AdamUpdate } from './operations/adam.ts';
import type { DotMove } from './operations/move-dots.ts';
import type { MarginMove } from './operations/move-margins.ts';
import type { BatchNormBackward, BatchNormForward, BatchNormInference } from './operations/batch-norm.ts';
import type { SoftmaxCrossEntropy } from './operations/softmax.ts';
import type { BitMatrix, ByteMatrix, F32Matrix, I16Matrix, I32Matrix, Matrix } from './matrix.ts';

/**
 * The products and training operations of a binarised network, on matrices of one arena.
 *
 * Layouts of a layer with K inputs, N outputs and a batch of M images: activations are feature-major (`K x M`,
 * `N x M`), latent weights are input-major (`K x N`). Their sign bits are then `K x N`, which the input gradient
 * reads, and transposed `N x K`, which the forward product reads.
 *
 * Every operation checks its shapes (KERNEL_SHAPE_MISMATCH), refuses matrices of another arena
 * (KERNEL_MATRIX_FOREIGN) or released ones (KERNEL_MATRIX_RELEASED), and writes only its outputs. Products refuse an
 * output that is also an input (KERNEL_MATRIX_ALIASED). Float results do not depend on the machine: single
 * precision, plain SIMD, a fixed order of additions.
 */
export interface Kernels {
  readonly arena: Arena;
  /** Whose instructions compute: 'wasm', or the name of the native kernels. Results do not depend on it. */
  readonly processor: string;

  /** `out[N x M] = signs[N x K] · real[K x M]`. Forward: W^T by X; input gradient: W by dZ; weight gradient: X by dZ^T. */
  productRealSign(signs: BitMatrix, real: F32Matrix, out: F32Matrix): void;
  /** `out[N x M] = signs[N x K] · real[M x K]^T`: the same bits as with {@link transposeReal} before. */
  productRealSignTransposed(signs: BitMatrix, real: F32Matrix, out: F32Matrix): void;
  /** The same as productRealSign for integers; exact while sums fit 32 bits. */
  productIntSign(signs: BitMatrix, ints: I32Matrix, out: I32Matrix): void;
  /** `out[N x M] = signs[N x K] · (2 · counts[K x M] - top)` for counts of 0 … top, top <= 255. Exact. */
  productCountSign(signs: BitMatrix, counts: ByteMatrix, top: number, out: I32Matrix): void;
  /** `out[N x M] = signs[N x K] · bits[K x M]`. Exact, and several times as fast as productXnor. */
  productBitSign(signs: BitMatrix, bits: BitMatrix, out: I32Matrix): void;
  /**
   * Bit 1 where `signs[N x K] · bits[K x M] >= thresholds`, which are `1 x N`: {@link productBitSign} and
   * {@link thresholdRows} in one, without the 32-bit dots. `out` is `N x M`.
   */
  thresholdedBitSign(signs: BitMatrix, bits: BitMatrix, thresholds: I32Matrix, out: BitMatrix): void;
  /** The same with {@link productCountSign}. */
  thresholdedCountSign(
    signs: BitMatrix,
    counts: ByteMatrix,
    top: number,
    thresholds: I32Matrix,
    out: BitMatrix,
  ): void;
  /** `out[I x J] = scale · (counts[I x K] · b[K x J])`, added over K in order. Zeros of `counts` cost nothing. */
  productCountReal(counts: ByteMatrix, b: F32Matrix, scale: number, out: F32Matrix): void;
  /** `out[R x C] = a[R x K] · b[C x K]^T`: K minus twice the differing bits. Exact. */
  productXnor(a: BitMatrix, b: BitMatrix, out: I32Matrix): void;
  /** `out[I x J] = a[I x K] · b[K x J]`, added over K in order. Zeros of `a` cost nothing. */
  productRealReal(a: F32Matrix, b: F32Matrix, out: F32Matrix): void;

  /** `out[C x R] = a[R x C]^T`. */
  transposeReal(a: F32Matrix, out: F32Matrix): void;
  /** `out[C x R] = a[R x C]^T`. */
  transposeBits(a: BitMatrix, out: BitMatrix): void;
  /** `out[C x R] = a[R x C]^T`. */
  transposeBytes(a: ByteMatrix, out: ByteMatrix): void;
  /** Bit 1 where `a >= 0`; both zeros count as +1. */
  signBits(a: F32Matrix, out: BitMatrix): void;
  /** Bit 1 where `a` is not 0. */
  nonZeroBits(a: ByteMatrix, out: BitMatrix): void;
  /** Integers as floats (exact below 2^24), times a factor, 1 unless given. */
  intToReal(a: I32Matrix, out: F32Matrix, factor?: number): void;

  /**
   * The windows of a convolution as rows (im2col). Images lie side by side in every pixel: `input` is channels x
   * (pixels · lanes), or one row per pixel, (channels · pixels) x lanes; `out` is (taps · channels), channel fastest, x
   * (positions · lanes). Lanes are a multiple of 32 (KERNEL_LANES_INVALID; the same below). Padding is 0, so -1 in bits.
   */
  convolutionWindows<M extends Matrix>(input: M, shape: ConvolutionShape, lanes: number, out: M): void;
  /** One row per pixel, (channels · pixels) x lanes, out of channels x (pixels · lanes). */
  flattenPixels<M extends Matrix>(a: M, lanes: number, out: M): void;
  /**
   * Gradient of the input, channels x (pixels · lanes), from that of the pre-activations, N x (positions · lanes).
   * `signs` are (taps · channels) x N, or taps x channels where depthwise. Added up position by position.
   */
  convolutionInputGradient(
    signs: BitMatrix,
    gradient: F32Matrix,
    shape: ConvolutionShape,
    lanes: number,
    out: F32Matrix,
  ): void;
  /** Depthwise pre-activations, channels x columns, of windows as rows; `signs` are channels x taps. Exact. */
  depthwiseDots(windows: BitMatrix, signs: BitMatrix, out: I32Matrix): void;
  /** Depthwise weight gradient, taps x channels. */
  depthwiseWeightGradient(windows: BitMatrix, gradient: F32Matrix, out: F32Matrix): void;
  /** The largest value of each pooling window of `shape`; `a` is channels x (positions · lanes). */
  maxPool(a: F32Matrix, shape: ConvolutionShape, lanes: number, out: F32Matrix): void;
  /** The same for bits: their OR. */
  maxPoolBits(a: BitMatrix, shape: ConvolutionShape, lanes: number, out: BitMatrix): void;
  /** Gradient of `maxPool`'s operand: that of a window goes to its first largest value. */
  maxPoolBackward(
    a: F32Matrix,
    gradient: F32Matrix,
    shape: ConvolutionShape,
    lanes: number,
    out: F32Matrix,
  ): void;

  /** Statistics of each row over the batch, and the normalised, scaled output. */
  batchNormForward(step: BatchNormForward): void;
  /** The same with stored statistics. */
  batchNormInference(step: BatchNormInference): void;
  /** Gradient of {@link batchNormForward}, through the straight-through estimator of a sign if there is one. */
  batchNormBackward(step: BatchNormBackward): void;
  /** Cross-entropy of the softmax over the rows (classes), mean over the columns (images), in nats; writes the gradient. */
  softmaxCrossEntropy(step: SoftmaxCrossEntropy): number;
  /** Row with the largest value in each column, the first of equals; `out` is `1 x columns`. */
  argmaxColumns(a: F32Matrix, out: I32Matrix): void;
  /** One step of Adam, optionally with clipping of the latent weights and their new sign bits. */
  adam(step: AdamUpdate): void;

  /** Bit 1 where `dots[r][c] >= thresholds[r]`; thresholds are `1 x rows`. */
  thresholdRows(dots: I32Matrix, thresholds: I32Matrix, out: BitMatrix): void;
  /** Bit 1 where `dots[r][c] >= thresholds[c]`; thresholds are `1 x columns`. */
  thresholdColumns(dots: I32Matrix, thresholds: I32Matrix, out: BitMatrix): void;

  /** Brings dots up to date where weights flipped; returns how many outputs changed. Exact. */
  moveDots(step: DotMove): number;
  /**
   * How far the neurons of a layer of signs are from their thresholds, from its dots `N x M` of `inputs` signs: bit p of
   * (dot - threshold) / 2, rounded down, is in row `n · marginPlanes(inputs) + p` of `out`.
   */
  sliceMargins(dots: I32Matrix, inputs: number, thresholds: I32Matrix, out: BitMatrix): void;
  /** Brings margins up to date where weights flipped and inputs changed; returns how many outputs changed. Exact. */
  moveMargins(step: MarginMove): number;
  /**
   * Of the first columns of each row, read one after the other: adds the ones to `ones`, and returns how many bits differ
   * from the one before; `last`, the bits before the first column, becomes the last ones. Both are `1 x rows`.
   */
  countLines(bits: BitMatrix, columns: number, ones: I32Matrix, last: I32Matrix): number;
  /** `a` becomes `b`; `difference` is set to where that is new, and their number returned. */
  replaceBits(a: BitMatrix, b: BitMatrix, difference: BitMatrix): number;
  /** Integers that fit 16 bits. */
  narrowInts(a: I32Matrix, out: I16Matrix): void;
}
