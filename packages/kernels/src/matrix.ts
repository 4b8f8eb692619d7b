/** Columns are padded to whole blocks of this many lanes, so that no kernel has a tail loop. */
export const laneBlock = 32;

/** Bytes of a row are padded to whole blocks of this many: lanes of 16 bits that one table lookup adds. */
export const byteBlock = 64;

/** Bits of a row are padded to whole vectors of this many bits. */
export const bitBlock = 128;

interface Placed {
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly rows: number;
  readonly columns: number;
  /** Given back to the arena: operations refuse it. */
  readonly released: boolean;
}

/**
 * Row-major 32-bit floats, `rows` x `columns`. Row r starts at element `r * stride`; `stride` is `columns` rounded
 * up to {@link laneBlock}. The padding is zero, every kernel keeps it zero, and whoever writes through `view` must too.
 * A vector is a matrix of one row.
 */
export interface F32Matrix extends Placed {
  readonly kind: 'f32';
  readonly stride: number;
  /** All `rows * stride` elements. Read it again after an allocation: growing the memory detaches older views. */
  readonly view: Float32Array<ArrayBuffer>;
  /** The `columns` elements of row r. */
  row(r: number): Float32Array<ArrayBuffer>;
}

/** Row-major 32-bit integers, laid out as {@link F32Matrix}. */
export interface I32Matrix extends Placed {
  readonly kind: 'i32';
  readonly stride: number;
  readonly view: Int32Array<ArrayBuffer>;
  row(r: number): Int32Array<ArrayBuffer>;
}

/** Row-major 16-bit integers, laid out as {@link F32Matrix}. */
export interface I16Matrix extends Placed {
  readonly kind: 'i16';
  readonly stride: number;
  readonly view: Int16Array<ArrayBuffer>;
  row(r: number): Int16Array<ArrayBuffer>;
}

/**
 * `rows` x `columns` signs, one bit each: 1 stands for +1, 0 for -1. Bit c of a row is bit `c % 32` of its word
 * `floor(c / 32)`; `wordsPerRow` is rounded up to whole vectors of {@link bitBlock}. Padding bits are 0 and stay 0.
 */
export interface BitMatrix extends Placed {
  readonly kind: 'bits';
  readonly wordsPerRow: number;
  readonly view: Uint32Array<ArrayBuffer>;
  /** The words of row r that hold columns: `ceil(columns / 32)`. */
  row(r: number): Uint32Array<ArrayBuffer>;
}

/** Row-major bytes, counts of 0 … 255; row r starts at byte `r * stride`, otherwise as {@link F32Matrix}. */
export interface ByteMatrix extends Placed {
  readonly kind: 'bytes';
  readonly stride: number;
  readonly view: Uint8Array<ArrayBuffer>;
  row(r: number): Uint8Array<ArrayBuffer>;
}

export type Matrix = F32Matrix | I32Matrix | I16Matrix | BitMatrix | ByteMatrix;

/** Bytes of the lanes of one pixel; `lanes` are a multiple of {@link laneBlock}. */
export function sliceBytes(kind: Matrix['kind'], lanes: number): number {
  return kind === 'bits' ? lanes / 8 : kind === 'bytes' ? lanes : lanes * (kind === 'i16' ? 2 : 4);
}
