import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type BitMatrix, type ByteMatrix, type F32Matrix, type I32Matrix, laneBlock } from '../matrix.ts';
import { tableBytes } from './products.ts';

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
  // Besides the tables, partial sums of 64 lanes of 16 bits.
  const scratch = arena.scratch(tableBytes + signs.rows * 128);
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
  // One packed slice of b, then the lists of as many rows as fit 1 MiB.
  const listBytes = k * 8 + 8;
  const blockRows = Math.max(16, Math.min(counts.rows, Math.floor(1_048_576 / listBytes)));
  const packed = arena.scratch(k * 128 + blockRows * listBytes);
  const lists = packed + k * 128;
  for (let row0 = 0; row0 < counts.rows; row0 += blockRows) {
    const rows = Math.min(blockRows, counts.rows - row0);
    wasm.listCounts(counts.byteOffset + row0 * counts.stride, counts.stride, rows, k, packed, lists);
    for (let column = 0; column < out.stride; column += laneBlock) {
      const target = out.byteOffset + (row0 * out.stride + column) * 4;
      const slice = b.byteOffset + column * 4;
      wasm.productLists(lists, rows, k, slice, b.stride * 4, packed, scale, target, out.stride * 4);
    }
  }
}
