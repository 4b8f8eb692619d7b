import type { Kernels } from '../kernels.ts';
import type { BitMatrix, ByteMatrix, F32Matrix } from '../matrix.ts';
import { operands } from '../oracle/index.ts';

/** Matrices of repeatable random entries, the same for every backend with the same seed. */
export function randomMatrices({ arena }: Kernels, seed: number) {
  const draw = operands(seed);
  const eachRow = (rows: number, fill: (row: number) => void) => {
    for (let row = 0; row < rows; row++) fill(row);
  };
  return {
    f32(rows: number, columns: number): F32Matrix {
      const matrix = arena.f32(rows, columns);
      eachRow(rows, (row) => matrix.row(row).set(draw.floats(columns)));
      return matrix;
    },
    bits(rows: number, columns: number): BitMatrix {
      const matrix = arena.bits(rows, columns);
      const words = Math.ceil(columns / 32);
      const rest = columns % 32;
      eachRow(rows, (row) => {
        const target = matrix.row(row);
        target.set(draw.ints(words * 2, 0, 65_535).reduce(joinHalves, new Uint32Array(words)));
        if (rest > 0) target[words - 1] = (target[words - 1] ?? 0) & ((1 << rest) - 1);
      });
      return matrix;
    },
    /** Half of the entries are 0, as in images. */
    bytes(rows: number, columns: number): ByteMatrix {
      const matrix = arena.bytes(rows, columns);
      eachRow(rows, (row) => matrix.row(row).set(draw.ints(columns, -255, 255).map((x) => Math.max(x, 0))));
      return matrix;
    },
  };
}

function joinHalves(words: Uint32Array, half: number, i: number): Uint32Array {
  words[i >> 1] = (words[i >> 1] ?? 0) | (half << (16 * (i & 1)));
  return words;
}
