import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

/** Tables of 128 rows of K for 32 lanes, and a row of zeros (assembly/product-sign.ts). */
const tableScratchBytes = 65_536 + 128;

export function productRealSign(
  context: KernelContext,
  signs: BitMatrix,
  real: F32Matrix,
  out: F32Matrix,
): void {
  productSign(context, 'productRealSign', signs, real, out);
}

export function productIntSign(
  context: KernelContext,
  signs: BitMatrix,
  ints: I32Matrix,
  out: I32Matrix,
): void {
  productSign(context, 'productIntSign', signs, ints, out);
}

export function productXnor(
  { arena, wasm }: KernelContext,
  a: BitMatrix,
  b: BitMatrix,
  out: I32Matrix,
): void {
  const check = checker('productXnor', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('b', b, b.rows, a.columns);
  check.shape('out', out, a.rows, b.rows);
  const rowBytes = a.wordsPerRow * 4;
  wasm.productXnor(
    a.byteOffset,
    a.rows,
    b.byteOffset,
    b.rows,
    rowBytes,
    a.columns,
    out.byteOffset,
    out.stride * 4,
  );
}

export function productRealReal(
  { arena, wasm }: KernelContext,
  a: F32Matrix,
  b: F32Matrix,
  out: F32Matrix,
): void {
  const check = checker('productRealReal', arena);
  const k = a.columns;
  check.shape('a', a, a.rows, k);
  check.shape('b', b, k, b.columns);
  check.shape('out', out, a.rows, b.columns);
  check.separate('out', out, a, b);
  // One packed slice of b, then address and value of the entries of 64 rows of a (assembly/product-real.ts).
  const scratch = arena.scratch(k * 128 + 64 * k * 8);
  wasm.productReal(
    a.byteOffset,
    a.stride * 4,
    a.rows,
    k,
    b.byteOffset,
    b.stride * 4,
    out.byteOffset,
    out.stride * 4,
    out.stride / 32,
    scratch,
  );
}

function productSign<Numbers extends F32Matrix | I32Matrix>(
  { arena, wasm }: KernelContext,
  operation: 'productRealSign' | 'productIntSign',
  signs: BitMatrix,
  numbers: Numbers,
  out: Numbers,
): void {
  const check = checker(operation, arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape(operation === 'productRealSign' ? 'real' : 'ints', numbers, signs.columns, numbers.columns);
  check.shape('out', out, signs.rows, numbers.columns);
  check.separate('out', out, numbers);
  const scratch = arena.scratch(tableScratchBytes);
  wasm[operation](
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    numbers.byteOffset,
    numbers.stride * 4,
    out.byteOffset,
    out.stride * 4,
    numbers.stride / 32,
    scratch,
  );
}
