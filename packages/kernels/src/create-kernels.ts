import { KernelArena } from './arena.ts';
import { compileKernels } from './compile-kernels.ts';
import { depthwiseDots, depthwiseWeightGradient } from './convolution/depthwise.ts';
import { convolutionInputGradient } from './convolution/input-gradient.ts';
import { maxPool, maxPoolBackward, maxPoolBits } from './convolution/max-pool.ts';
import { convolutionWindows, flattenPixels } from './convolution/windows.ts';
import type { KernelContext } from './kernel-context.ts';
import type { Kernels } from './kernels.ts';
import { type KernelBackend, nativeOverlay } from './native-overlay.ts';
import { adam } from './operations/adam.ts';
import { batchNormBackward, batchNormForward, batchNormInference } from './operations/batch-norm.ts';
import {
  intToReal,
  nonZeroBits,
  signBits,
  transposeBits,
  transposeBytes,
  transposeReal,
} from './operations/layout.ts';
import { productCountReal, productCountSign } from './operations/count-products.ts';
import { countLines } from './operations/count-lines.ts';
import { moveDots, narrowInts } from './operations/move-dots.ts';
import { moveMargins, replaceBits, sliceMargins } from './operations/move-margins.ts';
import {
  productBitSign,
  productIntSign,
  productRealReal,
  productRealSign,
  productXnor,
} from './operations/products.ts';
import { argmaxColumns, softmaxCrossEntropy } from './operations/softmax.ts';
import { productRealSignTransposed } from './operations/transposed-product.ts';
import { thresholdColumns, thresholdRows } from './operations/threshold.ts';
import { thresholdedBitSign, thresholdedCountSign } from './operations/thresholded-products.ts';
import { type Lanes, withLanes } from './lanes.ts';
import type { WasmExports, WasmVariants } from './wasm-exports.ts';
import { type KernelModule, webAssembly } from './webassembly.ts';

export interface KernelOptions {
  /** A module of {@link compileKernels}, to compile once per thread; compiled afresh unless given. */
  readonly module?: KernelModule;
  /** Limit of the arena; 4 GiB (all that wasm32 can address) unless given. Only what is used is taken. */
  readonly maximumBytes?: number;
  /** Columns that products with signs in WebAssembly take at a time; 'timed' unless given. No result depends on it. */
  readonly lanes?: Lanes;
  /** 'auto' unless given: the native build where there is one that fits, else WebAssembly. */
  readonly backend?: KernelBackend;
  /** Folder of the native build; that of @bitfront/kernels-native unless given. */
  readonly nativeFolder?: string;
}

/**
 * A set of kernels with its own memory. Throws KERNEL_MODULE_MISSING where the package is not built, and
 * KERNEL_NATIVE_UNUSABLE where a native build is insisted on.
 */
export function createKernels(options: KernelOptions = {}): Kernels {
  const {
    module = compileKernels(),
    maximumBytes = 65_536 * pageBytes,
    lanes = 'timed',
    backend = 'auto',
  } = options;
  const memory = new webAssembly.Memory({
    initial: 1,
    maximum: Math.max(1, Math.floor(maximumBytes / pageBytes)),
  });
  const instance = new webAssembly.Instance(module, { env: { memory } });
  const native = nativeOverlay(memory, backend, options.nativeFolder);
  const context: KernelContext = {
    arena: new KernelArena(memory, maximumBytes),
    wasm: { ...withLanes(instance.exports as WasmExports & WasmVariants, lanes), ...native.functions },
    native: native.processor !== 'wasm',
  };
  return {
    arena: context.arena,
    processor: native.processor,
    productRealSign: (...operands) => productRealSign(context, ...operands),
    productRealSignTransposed: (...operands) => productRealSignTransposed(context, ...operands),
    productIntSign: (...operands) => productIntSign(context, ...operands),
    productCountSign: (...operands) => productCountSign(context, ...operands),
    productBitSign: (...operands) => productBitSign(context, ...operands),
    thresholdedBitSign: (...operands) => thresholdedBitSign(context, ...operands),
    thresholdedCountSign: (...operands) => thresholdedCountSign(context, ...operands),
    productCountReal: (...operands) => productCountReal(context, ...operands),
    productXnor: (...operands) => productXnor(context, ...operands),
    productRealReal: (...operands) => productRealReal(context, ...operands),
    transposeReal: (...operands) => transposeReal(context, ...operands),
    transposeBits: (...operands) => transposeBits(context, ...operands),
    transposeBytes: (...operands) => transposeBytes(context, ...operands),
    signBits: (...operands) => signBits(context, ...operands),
    nonZeroBits: (...operands) => nonZeroBits(context, ...operands),
    intToReal: (...operands) => intToReal(context, ...operands),
    convolutionWindows: (...operands) => convolutionWindows(context, ...operands),
    flattenPixels: (...operands) => flattenPixels(context, ...operands),
    convolutionInputGradient: (...operands) => convolutionInputGradient(context, ...operands),
    depthwiseDots: (...operands) => depthwiseDots(context, ...operands),
    depthwiseWeightGradient: (...operands) => depthwiseWeightGradient(context, ...operands),
    maxPool: (...operands) => maxPool(context, ...operands),
    maxPoolBits: (...operands) => maxPoolBits(context, ...operands),
    maxPoolBackward: (...operands) => maxPoolBackward(context, ...operands),
    batchNormForward: (step) => batchNormForward(context, step),
    batchNormInference: (step) => batchNormInference(context, step),
    batchNormBackward: (step) => batchNormBackward(context, step),
    softmaxCrossEntropy: (step) => softmaxCrossEntropy(context, step),
    argmaxColumns: (...operands) => argmaxColumns(context, ...operands),
    adam: (step) => adam(context, step),
    thresholdRows: (...operands) => thresholdRows(context, ...operands),
    thresholdColumns: (...operands) => thresholdColumns(context, ...operands),
    moveDots: (step) => moveDots(context, step),
    sliceMargins: (...operands) => sliceMargins(context, ...operands),
    moveMargins: (step) => moveMargins(context, step),
    countLines: (...operands) => countLines(context, ...operands),
    replaceBits: (...operands) => replaceBits(context, ...operands),
    narrowInts: (...operands) => narrowInts(context, ...operands),
  };
}

const pageBytes = 65_536;
