import { performance } from 'node:perf_hooks';
import { timedChoice } from './timed-choice.ts';
import type { WasmExports, WasmVariants } from './wasm-exports.ts';

/**
 * How many columns the products with signs take at a time: 'wide' is 64 bits or 32 floats, 'narrow' half of it. Which
 * is faster depends on the processor's caches and on the engine, so 'timed' finds out on the way. Results are the same.
 */
export type Lanes = 'timed' | 'wide' | 'narrow';

/** The functions of kernels.wasm with one lane width each, or the faster one of the two. */
export function withLanes(wasm: WasmExports & WasmVariants, lanes: Lanes): WasmExports {
  if (lanes === 'wide') return wasm;
  const { productRealSign16, productBitSign32, thresholdedBitSign32 } = wasm;
  if (lanes === 'narrow') {
    return {
      ...wasm,
      productRealSign: productRealSign16,
      productBitSign: productBitSign32,
      thresholdedBitSign: thresholdedBitSign32,
    };
  }
  const now = () => performance.now();
  return {
    ...wasm,
    productRealSign: timedChoice(
      [wasm.productRealSign, productRealSign16],
      (_signs, _signStride, n, k, _a, _aStride, _out, _outStride, slices) => `${n} ${k} ${slices}`,
      now,
    ),
    productBitSign: timedChoice(
      [wasm.productBitSign, productBitSign32],
      (_signs, _signStride, n, k, _bits, _bitStride, _out, _outStride, columns) => `${n} ${k} ${columns}`,
      now,
    ),
    thresholdedBitSign: timedChoice(
      [wasm.thresholdedBitSign, thresholdedBitSign32],
      (_signs, _signStride, n, k, _bits, _bitStride, _thresholds, _out, _outStride, columns) =>
        `${n} ${k} ${columns}`,
      now,
    ),
  };
}
