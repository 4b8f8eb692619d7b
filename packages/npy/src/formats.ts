import type { NpyType, NpyValues } from './npy-array.ts';

/** How a type is written: NumPy's code without the byte order, its size, and the array that holds it. */
export interface Format {
  readonly type: NpyType;
  readonly code: string;
  readonly bytes: number;
  /** A view of a whole buffer that holds little-endian values. */
  view(buffer: ArrayBuffer): NpyValues;
}

/** Every type that can be read and written. Source: NumPy enhancement proposal 1, "A simple file format for arrays". */
export const formats: readonly Format[] = [
  { type: 'bool', code: 'b1', bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  { type: 'uint8', code: 'u1', bytes: 1, view: (buffer) => new Uint8Array(buffer) },
  { type: 'int8', code: 'i1', bytes: 1, view: (buffer) => new Int8Array(buffer) },
  { type: 'uint16', code: 'u2', bytes: 2, view: (buffer) => new Uint16Array(buffer) },
  { type: 'int16', code: 'i2', bytes: 2, view: (buffer) => new Int16Array(buffer) },
  { type: 'uint32', code: 'u4', bytes: 4, view: (buffer) => new Uint32Array(buffer) },
  { type: 'int32', code: 'i4', bytes: 4, view: (buffer) => new Int32Array(buffer) },
  { type: 'uint64', code: 'u8', bytes: 8, view: (buffer) => new BigUint64Array(buffer) },
  { type: 'int64', code: 'i8', bytes: 8, view: (buffer) => new BigInt64Array(buffer) },
  { type: 'float32', code: 'f4', bytes: 4, view: (buffer) => new Float32Array(buffer) },
  { type: 'float64', code: 'f8', bytes: 8, view: (buffer) => new Float64Array(buffer) },
];
