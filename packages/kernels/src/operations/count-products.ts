import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, ByteMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

export function productCountSign(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  counts: ByteMatrix,
  top: number,
  out: I32Matrix,
): void {
  const check = checker('productCountSign', arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape('counts', counts, signs.columns, counts.columns);
  check.shape('out', out, signs.rows, counts.columns);
  check.scalar('top', top, 1, 255);
  // Tables of 32 rows of K (assembly/sign-tables.ts), and partial sums of 64 lanes of 16 bits.
  const scratch = arena.scratch(16_384 + signs.rows * 128);
  wasm.productCountSign(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    counts.byteOffset,
    counts.stride,
    top,
    out.byteOffset,
    out.stride * 4,
    out.columns,
    scratch,
  );
}

export function productCountReal(
  { arena, wasm }: KernelContext,
  counts: ByteMatrix,
  b: F32Matrix,
  scale: number,
  out: F32Matrix,
): void {
  const check = checker('productCountReal', arena);
  const k = counts.columns;
  check.shape('counts', counts, counts.rows, k);
  check.shape('b', b, k, b.columns);
  check.shape('out', out, counts.rows, b.columns);
  check.separate('out', out, b);
  check.scalar('scale', scale, -Number.MAX_VALUE, Number.MAX_VALUE);
  // One packed slice of b, then address and value of the non-zero counts of as many rows as fit 1 MiB.
  const listBytes = k * 8 + 8;
  const blockRows = Math.max(16, Math.min(counts.rows, Math.floor(1_048_576 / listBytes)));
  wasm.productCountReal(
    counts.byteOffset,
    counts.stride,
    counts.rows,
    k,
    b.byteOffset,
    b.stride * 4,
    scale,
    out.byteOffset,
    out.stride * 4,
    out.stride / 32,
    blockRows,
    arena.scratch(k * 128 + blockRows * listBytes),
  );
}
