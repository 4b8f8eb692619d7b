import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, I32Matrix } from '../matrix.ts';

export function countLines(
  { arena, wasm }: KernelContext,
  bits: BitMatrix,
  columns: number,
  ones: I32Matrix,
  last: I32Matrix,
): number {
  const check = checker('countLines', arena);
  check.shape('bits', bits, bits.rows, bits.columns);
  check.scalar('columns', columns, 1, bits.columns);
  check.shape('ones', ones, 1, bits.rows);
  check.shape('last', last, 1, bits.rows);
  return wasm.countLines(
    bits.byteOffset,
    bits.wordsPerRow * 4,
    bits.rows,
    columns,
    ones.byteOffset,
    last.byteOffset,
  );
}
