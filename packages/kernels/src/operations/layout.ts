import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, ByteMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

export function transposeReal({ arena, wasm }: KernelContext, a: F32Matrix, out: F32Matrix): void {
  const check = checker('transposeReal', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.columns, a.rows);
  check.separate('out', out, a);
  wasm.transposeReal(a.byteOffset, a.stride * 4, a.rows, a.columns, out.byteOffset, out.stride * 4);
}

export function transposeBits({ arena, wasm }: KernelContext, a: BitMatrix, out: BitMatrix): void {
  const check = checker('transposeBits', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.columns, a.rows);
  check.separate('out', out, a);
  const scratch = arena.scratch(512);
  wasm.transposeBits(
    a.byteOffset,
    a.wordsPerRow * 4,
    a.rows,
    a.columns,
    out.byteOffset,
    out.wordsPerRow * 4,
    scratch,
  );
}

export function transposeBytes({ arena, wasm }: KernelContext, a: ByteMatrix, out: ByteMatrix): void {
  const check = checker('transposeBytes', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.columns, a.rows);
  check.separate('out', out, a);
  const scratch = arena.scratch(512);
  wasm.transposeBytes(a.byteOffset, a.stride, a.rows, a.columns, out.byteOffset, out.stride, scratch);
}

export function signBits({ arena, wasm }: KernelContext, a: F32Matrix, out: BitMatrix): void {
  const check = checker('signBits', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows, a.columns);
  wasm.signBits(a.byteOffset, a.stride * 4, a.rows, a.columns, out.byteOffset, out.wordsPerRow * 4);
}

export function nonZeroBits({ arena, wasm }: KernelContext, a: ByteMatrix, out: BitMatrix): void {
  const check = checker('nonZeroBits', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows, a.columns);
  wasm.nonZeroBits(a.byteOffset, a.stride, a.rows, a.columns, out.byteOffset, out.wordsPerRow * 4);
}

export function intToReal({ arena, wasm }: KernelContext, a: I32Matrix, out: F32Matrix, factor = 1): void {
  const check = checker('intToReal', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows, a.columns);
  check.scalar('factor', factor, -Number.MAX_VALUE, Number.MAX_VALUE);
  wasm.intToReal(a.byteOffset, out.byteOffset, a.byteLength, factor);
}
