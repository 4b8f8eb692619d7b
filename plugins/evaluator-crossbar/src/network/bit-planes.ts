import type { BitMatrix, ByteMatrix, I32Matrix, Kernels } from '@bitfront/kernels';

/** How many bits, sent one after the other, a value of 0 … scale has. */
export function planesOf(kind: (BitMatrix | ByteMatrix | I32Matrix)['kind'], scale: number): number {
  return kind === 'bits' ? 1 : 32 - Math.clz32(scale);
}

/** One bit of every value; integers 2 · count − scale stand for their counts. */
export function bitPlane(
  { arena }: Kernels,
  values: BitMatrix | ByteMatrix | I32Matrix,
  scale: number,
  plane: number,
): BitMatrix {
  if (values.kind === 'bits') return values;
  const bits = arena.bits(values.rows, values.columns);
  const [offset, shift] = values.kind === 'bytes' ? [0, plane] : [scale, plane + 1];
  const { view, wordsPerRow } = bits;
  for (let row = 0; row < values.rows; row++) {
    const from = values.row(row);
    for (let base = 0; base < from.length; base += 32) {
      const most = Math.min(32, from.length - base);
      let word = 0;
      for (let lane = 0; lane < most; lane++)
        word |= ((((from[base + lane] as number) + offset) >> shift) & 1) << lane;
      view[row * wordsPerRow + (base >>> 5)] = word;
    }
  }
  return bits;
}
