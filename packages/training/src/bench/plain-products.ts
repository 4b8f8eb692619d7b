import { performance } from 'node:perf_hooks';
import type { Kernels } from '@bitfront/kernels';
import * as oracle from '@bitfront/kernels/oracle';
import { type Product, shortened } from './step-products.ts';

/** Milliseconds of all products of a step, done some other way. */
export type PlainProducts = () => number;

const mostColumns = 1024;
const mostOfOracle = 16;

/**
 * As products of floats in WebAssembly, on 1024 columns at most and taken per column: more would leave the caches and
 * be slower still.
 */
export function floatProducts(kernels: Kernels, products: readonly Product[]): PlainProducts {
  const { arena } = kernels;
  const values = oracle.operands(1).floats(100_000);
  const filled = (rows: number, columns: number) => {
    const matrix = arena.f32(rows, columns);
    for (let row = 0; row < rows; row++)
      matrix.row(row).set(values.subarray((row * 97) % 1000).subarray(0, columns));
    return matrix;
  };
  const runs = products.map((product) => {
    const { part, share } = shortened(product, mostColumns);
    const { rows, inner, columns } = part;
    const [a, b, out] = [filled(rows, inner), filled(inner, columns), arena.f32(rows, columns)];
    return { run: () => kernels.productRealReal(a, b, out), share };
  });
  return () => sumOf(runs);
}

/** In plain TypeScript, on 16 outputs and columns at most: its time per operation is the same for more. */
export function typescriptProducts(products: readonly Product[]): PlainProducts {
  const draw = oracle.operands(1);
  const runs = products.map((product) => {
    const { rows, inner, columns } = product;
    const small = [
      Math.min(rows, mostOfOracle),
      Math.min(inner, 1024),
      Math.min(columns, mostOfOracle),
    ] as const;
    const share = (small[0] * small[1] * small[2]) / (rows * inner * columns);
    const [a, b] = [draw.floats(small[0] * small[1]), draw.floats(small[1] * small[2])];
    return { run: () => oracle.productReal(a, b, small), share };
  });
  return () => sumOf(runs);
}

function sumOf(runs: readonly { readonly run: () => void; readonly share: number }[]): number {
  return runs.reduce((sum, { run, share }) => {
    const start = performance.now();
    run();
    return sum + (performance.now() - start) / share;
  }, 0);
}
