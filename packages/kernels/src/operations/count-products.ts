import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type BitMatrix, type ByteMatrix, type F32Matrix, type I32Matrix, laneBlock } from '../matrix.ts';
import { lookupScratchBytes } from './lookup-scratch.ts';

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
  const scratch = arena.scratch(lookupScratchBytes(signs.rows, signs.columns));
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
  // A packed block of a slice of b stays in the second cache while all rows pass.
  const block = Math.min(k, blockDepth);
  const listBytes = block * 8 + 8;
  const blockRows = Math.max(16, Math.min(counts.rows, Math.floor(1_048_576 / listBytes)));
  const packed = arena.scratch(block * 128 + blockRows * listBytes);
  const lists = packed + block * 128;
  for (let row0 = 0; row0 < counts.rows; row0 += blockRows) {
    const rows = Math.min(blockRows, counts.rows - row0);
    for (let k0 = 0; k0 < k; k0 += block) {
      const depth = Math.min(block, k - k0);
      const source = counts.byteOffset + row0 * counts.stride + k0;
      wasm.listCounts(source, counts.stride, rows, depth, packed, lists);
      const factor = k0 + depth === k ? scale : 1;
      for (let column = 0; column < out.stride; column += laneBlock) {
        const target = out.byteOffset + (row0 * out.stride + column) * 4;
        const slice = b.byteOffset + k0 * b.stride * 4 + column * 4;
        const [bStride, outStride] = [b.stride * 4, out.stride * 4];
        wasm.productLists(lists, rows, depth, slice, bStride, packed, k0 === 0, factor, target, outStride);
      }
    }
  }
}

/** Rows of b packed at a time, 128 bytes each. A multiple of 16: kernels look at whole vectors of counts. */
const blockDepth = 4096;
