import type { Matrix } from '../matrix.ts';

/** How many padding elements (for bits: padding bits) are not zero; every kernel must leave this at 0. */
export function dirtyPadding(matrix: Matrix): number {
  const stride = matrix.kind === 'bits' ? matrix.wordsPerRow * 32 : matrix.stride;
  let dirty = 0;
  for (let r = 0; r < matrix.rows; r++) {
    for (let c = matrix.columns; c < stride; c++) if (element(matrix, r, c) !== 0) dirty++;
  }
  return dirty;
}

function element(matrix: Matrix, r: number, c: number): number | undefined {
  if (matrix.kind !== 'bits') return matrix.view[r * matrix.stride + c];
  return ((matrix.view[r * matrix.wordsPerRow + (c >>> 5)] ?? 0) >>> (c & 31)) & 1;
}
