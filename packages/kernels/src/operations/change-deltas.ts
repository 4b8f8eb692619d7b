import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type BitMatrix, bitBlock, type ByteMatrix, type I16Matrix, type I32Matrix } from '../matrix.ts';

export function changeDeltas(
  { arena, wasm }: KernelContext,
  changed: BitMatrix,
  before: BitMatrix,
  weights: BitMatrix,
  first: number,
  out: ByteMatrix,
): number {
  const check = checker('changeDeltas', arena);
  const slices = Math.ceil(weights.columns / bitBlock);
  check.shape('changed', changed, changed.rows, changed.columns);
  check.shape('before', before, changed.rows, changed.columns);
  check.shape('weights', weights, changed.columns, weights.columns);
  check.shape('out', out, changed.rows, slices * bitBlock);
  check.scalar('first', first, 0, changed.columns);
  return wasm.changeDeltas(
    changed.byteOffset,
    before.byteOffset,
    changed.wordsPerRow * 4,
    changed.rows,
    weights.byteOffset,
    weights.wordsPerRow * 4,
    slices,
    out.byteOffset,
    first,
    arena.scratch(1024),
  );
}

export function toggleBits({ arena, wasm }: KernelContext, a: BitMatrix, b: BitMatrix): void {
  const check = checker('toggleBits', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('b', b, a.rows, a.columns);
  wasm.toggleBits(a.byteOffset, b.byteOffset, a.byteLength);
}

export function narrowInts({ arena, wasm }: KernelContext, a: I32Matrix, out: I16Matrix): void {
  const check = checker('narrowInts', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, a.rows, a.columns);
  wasm.narrowInts(a.byteOffset, a.stride * 4, a.rows, out.byteOffset, out.stride * 2);
}
