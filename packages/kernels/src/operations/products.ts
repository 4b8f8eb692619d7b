import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix, I32Matrix } from '../matrix.ts';
import { lookupScratchBytes } from './lookup-scratch.ts';

/** Tables of 128 rows of K (assembly/sign-tables.ts). */
const tableBytes = 65_536;

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
  const { arena, wasm } = context;
  const largest = wasm.largestInt(ints.byteOffset, ints.byteLength);
  // A negative number is one beyond 2^31.
  if (largest < 0 || largest > 255) {
    productSign(context, 'productIntSign', signs, ints, out);
    return;
  }
  const check = checker('productIntSign', arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape('ints', ints, signs.columns, ints.columns);
  check.shape('out', out, signs.rows, ints.columns);
  check.separate('out', out, ints);
  // Besides the tables, partial sums of 64 lanes of 16 bits.
  wasm.productSmallIntSign(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    ints.byteOffset,
    ints.stride * 4,
    out.byteOffset,
    out.stride * 4,
    arena.scratch(tableBytes + signs.rows * 128),
  );
}

export function productBitSign(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  bits: BitMatrix,
  out: I32Matrix,
): void {
  const check = checker('productBitSign', arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape('bits', bits, signs.columns, bits.columns);
  check.shape('out', out, signs.rows, bits.columns);
  const scratch = arena.scratch(lookupScratchBytes(signs.rows, signs.columns));
  wasm.productBitSign(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    bits.byteOffset,
    bits.wordsPerRow * 4,
    out.byteOffset,
    out.stride * 4,
    out.columns,
    scratch,
  );
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
  // A row of zeros, and the table offsets of 256 rows of K.
  const scratch = arena.scratch(128 + signs.rows * 128);
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
