import type { ConvolutionExports } from './wasm/convolution-exports.ts';
import type { LayoutExports } from './wasm/layout-exports.ts';
import type { ProductExports } from './wasm/product-exports.ts';
import type { TrainingExports } from './wasm/training-exports.ts';

/** Raw functions of kernels.wasm: addresses and strides in bytes, nothing checked. See assembly/ for each. */
export interface WasmExports extends ProductExports, LayoutExports, ConvolutionExports, TrainingExports {}

/** Further forms of some of them, with half as many columns at a time; operands and results are the same. */
export interface WasmVariants {
  productBitSign32: WasmExports['productBitSign'];
  thresholdedBitSign32: WasmExports['thresholdedBitSign'];
}
