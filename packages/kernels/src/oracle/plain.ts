import type { BitMatrix, ByteMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

/** Copies row-major values without padding into a matrix. */
export function writePlain<M extends F32Matrix | I32Matrix | ByteMatrix>(
  matrix: M,
  values: ArrayLike<number>,
): M {
  for (let r = 0; r < matrix.rows; r++) {
    const row = matrix.row(r);
    for (let c = 0; c < matrix.columns; c++) row[c] = values[r * matrix.columns + c] ?? 0;
  }
  return matrix;
}

/** Copies signs -1 and +1, row-major, into a matrix of bits. */
export function writeSigns(matrix: BitMatrix, signs: Int8Array): BitMatrix {
  for (let r = 0; r < matrix.rows; r++) {
    const row = matrix.row(r).fill(0);
    for (let c = 0; c < matrix.columns; c++) {
      const word = c >>> 5;
      if ((signs[r * matrix.columns + c] ?? 0) > 0) row[word] = (row[word] ?? 0) | (1 << (c & 31));
    }
  }
  return matrix;
}

/** The values of a matrix, row-major without padding. */
export function readFloats(matrix: F32Matrix): Float32Array {
  const values = new Float32Array(matrix.rows * matrix.columns);
  for (let r = 0; r < matrix.rows; r++) values.set(matrix.row(r), r * matrix.columns);
  return values;
}

/** The values of a matrix, row-major without padding. */
export function readInts(matrix: I32Matrix | ByteMatrix): Int32Array {
  const values = new Int32Array(matrix.rows * matrix.columns);
  for (let r = 0; r < matrix.rows; r++) values.set(matrix.row(r), r * matrix.columns);
  return values;
}

/** The bits of a matrix as signs -1 and +1, row-major without padding. */
export function readSigns(matrix: BitMatrix): Int8Array {
  const signs = new Int8Array(matrix.rows * matrix.columns);
  for (let r = 0; r < matrix.rows; r++) {
    const row = matrix.row(r);
    for (let c = 0; c < matrix.columns; c++) {
      signs[r * matrix.columns + c] = ((row[c >>> 5] ?? 0) >>> (c & 31)) & 1 ? 1 : -1;
    }
  }
  return signs;
}
