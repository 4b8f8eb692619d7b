import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, ByteMatrix, I32Matrix } from '../matrix.ts';
import { lookupScratchBytes } from './lookup-scratch.ts';

export function thresholdedBitSign(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  bits: BitMatrix,
  thresholds: I32Matrix,
  out: BitMatrix,
): void {
  const check = checker('thresholdedBitSign', arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape('bits', bits, signs.columns, bits.columns);
  check.shape('thresholds', thresholds, 1, signs.rows);
  check.shape('out', out, signs.rows, bits.columns);
  check.separate('out', out, signs, bits);
  wasm.thresholdedBitSign(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    bits.byteOffset,
    bits.wordsPerRow * 4,
    thresholds.byteOffset,
    out.byteOffset,
    out.wordsPerRow * 4,
    out.columns,
    arena.scratch(lookupScratchBytes(signs.rows, signs.columns)),
  );
}

export function thresholdedCountSign(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  counts: ByteMatrix,
  top: number,
  thresholds: I32Matrix,
  out: BitMatrix,
): void {
  const check = checker('thresholdedCountSign', arena);
  check.shape('signs', signs, signs.rows, signs.columns);
  check.shape('counts', counts, signs.columns, counts.columns);
  check.shape('thresholds', thresholds, 1, signs.rows);
  check.shape('out', out, signs.rows, counts.columns);
  check.separate('out', out, signs);
  check.scalar('top', top, 1, 255);
  wasm.thresholdedCountSign(
    signs.byteOffset,
    signs.wordsPerRow * 4,
    signs.rows,
    signs.columns,
    counts.byteOffset,
    counts.stride,
    top,
    thresholds.byteOffset,
    out.byteOffset,
    out.wordsPerRow * 4,
    out.columns,
    arena.scratch(lookupScratchBytes(signs.rows, signs.columns)),
  );
}
