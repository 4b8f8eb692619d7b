import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, I32Matrix } from '../matrix.ts';

export function thresholdRows(
  context: KernelContext,
  dots: I32Matrix,
  thresholds: I32Matrix,
  out: BitMatrix,
): void {
  threshold(context, 'thresholdRows', dots, thresholds, out, dots.rows);
}

export function thresholdColumns(
  context: KernelContext,
  dots: I32Matrix,
  thresholds: I32Matrix,
  out: BitMatrix,
): void {
  threshold(context, 'thresholdColumns', dots, thresholds, out, dots.columns);
}

function threshold(
  { arena, wasm }: KernelContext,
  operation: 'thresholdRows' | 'thresholdColumns',
  dots: I32Matrix,
  thresholds: I32Matrix,
  out: BitMatrix,
  count: number,
): void {
  const check = checker(operation, arena);
  check.shape('dots', dots, dots.rows, dots.columns);
  check.shape('thresholds', thresholds, 1, count);
  check.shape('out', out, dots.rows, dots.columns);
  wasm[operation](
    dots.byteOffset,
    dots.stride * 4,
    dots.rows,
    dots.columns,
    thresholds.byteOffset,
    out.byteOffset,
    out.wordsPerRow * 4,
  );
}
