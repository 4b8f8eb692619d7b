import { performance } from 'node:perf_hooks';
import { timedChoice } from './timed-choice.ts';
import type { WasmExports, WasmVariants } from './wasm-exports.ts';

/**
 * How many columns the products of signs with signs take at a time: 'wide' is 64, 'narrow' 32. Which is faster depends
 * on the processor's caches and on the engine, so 'timed' finds out on the way. Results are the same.
 */
export type Lanes = 'timed' | 'wide' | 'narrow';

/** The functions of kernels.wasm with one lane width each, or the faster one of the two. */
export function withLanes(wasm: WasmExports & WasmVariants, lanes: Lanes): WasmExports {
  if (lanes === 'wide') return wasm;
  const { productBitSign32, thresholdedBitSign32 } = wasm;
  if (lanes === 'narrow') {
    return { ...wasm, productBitSign: productBitSign32, thresholdedBitSign: thresholdedBitSign32 };
  }
  const now = () => performance.now();
  return {
    ...wasm,
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
