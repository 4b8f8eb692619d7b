import { bitfrontError } from '@bitfront/errors';
import { gunzipped } from './gunzipped.ts';

export type IdxType = 'uint8' | 'int8' | 'int16' | 'int32' | 'float32' | 'float64';

export type IdxValues = Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** An array of any number of dimensions, row-major. `data` is a copy of its own, never a view of the file. */
export interface IdxArray {
  readonly type: IdxType;
  readonly shape: readonly number[];
  readonly data: IdxValues;
}

/**
 * Reads an IDX file, plain or gzipped: 00 00, one type byte, one byte with the number of dimensions, each dimension as
 * a big-endian uint32, then the values, big-endian, row-major.
 * Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", section "File formats".
 * @param file name for messages
 * @throws DATASET_FORMAT_INVALID for a wrong magic number, an unknown type, missing or surplus bytes.
 */
export function readIdx(bytes: Uint8Array, file = 'IDX data'): IdxArray {
  const plain = gunzipped(bytes, file);
  const refuse = (reason: string) => bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'IDX', reason });
  if (plain.length < 4) throw refuse(`It has ${plain.length} bytes; the header alone has at least 4.`);
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const magic = view.getUint32(0);
  const format = formats[magic >>> 8];
  if (format === undefined) throw refuse(`Its first bytes are ${hex(magic)}, not 00 00 and a type of IDX.`);
  const dimensions = magic & 0xff;
  const start = 4 + 4 * dimensions;
  if (plain.length < start) throw refuse(`It ends inside the header of ${start} bytes.`);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  const count = shape.reduce((product, size) => product * size, 1);
  const expected = start + count * format.bytes;
  if (plain.length !== expected)
    throw refuse(`Its shape ${shape.join(' x ')} asks for ${expected} bytes, but it has ${plain.length}.`);
  return { type: format.type, shape, data: format.read(view, start, count) };
}

interface Format {
  readonly type: IdxType;
  readonly bytes: number;
  read(view: DataView, start: number, count: number): IdxValues;
}

const formats: Readonly<Record<number, Format>> = {
  8: {
    type: 'uint8',
    bytes: 1,
    read: (view, start, count) => new Uint8Array(view.buffer, view.byteOffset + start, count).slice(),
  },
  9: {
    type: 'int8',
    bytes: 1,
    read: (view, start, count) => new Int8Array(view.buffer, view.byteOffset + start, count).slice(),
  },
  11: {
    type: 'int16',
    bytes: 2,
    read: (view, start, count) => Int16Array.from({ length: count }, (_, i) => view.getInt16(start + 2 * i)),
  },
  12: {
    type: 'int32',
    bytes: 4,
    read: (view, start, count) => Int32Array.from({ length: count }, (_, i) => view.getInt32(start + 4 * i)),
  },
  13: {
    type: 'float32',
    bytes: 4,
    read: (view, start, count) =>
      Float32Array.from({ length: count }, (_, i) => view.getFloat32(start + 4 * i)),
  },
  14: {
    type: 'float64',
    bytes: 8,
    read: (view, start, count) =>
      Float64Array.from({ length: count }, (_, i) => view.getFloat64(start + 8 * i)),
  },
};

function hex(word: number): string {
  return word
    .toString(16)
    .padStart(8, '0')
    .replace(/..(?!$)/g, '$& ');
}
