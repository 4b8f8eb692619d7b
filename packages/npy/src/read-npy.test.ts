import { describe, expect, it } from 'vitest';
import numpy from './numpy-files.json' with { type: 'json' };
import { readNpy } from './read-npy.ts';
import { writeNpy } from './write-npy.ts';

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('readNpy, on files that NumPy wrote', () => {
  it.each([
    ['version 1, two dimensions', numpy.int16, 'int16', [2, 3], Int16Array.of(0, 1, 2, 3, 4, 5)],
    ['version 2', numpy.float32Version2, 'float32', [2], Float32Array.of(1.5, -2)],
    ['big-endian', numpy.bigEndianInt32, 'int32', [3], Int32Array.of(1, -2, 300)],
    ['a single number', numpy.scalar, 'uint8', [], Uint8Array.of(7)],
    ['booleans', numpy.bool, 'bool', [2], Uint8Array.of(1, 0)],
  ])('reads %s', (_, file, type, shape, data) => {
    expect(readNpy(bytes(file))).toEqual({ type, shape, data });
  });

  it('refuses Fortran order, and says what to save instead', () => {
    expect(() => readNpy(bytes(numpy.fortranOrder), 'x.npy')).toThrow(/"x.npy".*ascontiguousarray/);
  });

  it('refuses every truncation', () => {
    const whole = bytes(numpy.int16);
    for (let length = 0; length < whole.length; length++)
      expect(() => readNpy(whole.slice(0, length)), `${length} bytes`).toThrow(/not a readable NPY file/);
  });

  it('refuses objects and records by their type', () => {
    const objects = Buffer.from(numpy.scalar, 'base64').toString('latin1').replace("'|u1'", "'|O8'");
    expect(() => readNpy(Buffer.from(objects, 'latin1'))).toThrow(/values of the type "\|O8".*float32/);
    const records = Buffer.from(numpy.scalar, 'base64').toString('latin1').replace("'|u1'", '[1]  ');
    expect(() => readNpy(Buffer.from(records, 'latin1'))).toThrow(/type " records"/);
  });
});

describe('writeNpy', () => {
  it('writes the very bytes that NumPy writes', () => {
    expect(writeNpy(Int16Array.of(0, 1, 2, 3, 4, 5), [2, 3])).toEqual(bytes(numpy.int16));
    expect(writeNpy(Uint8Array.of(7), [])).toEqual(bytes(numpy.scalar));
  });

  it.each([
    Uint8Array.of(0, 255),
    Int8Array.of(-128, 127),
    Uint16Array.of(0, 65535),
    Uint32Array.of(0, 0xffffffff),
    Int32Array.of(-(2 ** 31), 5),
    BigInt64Array.of(-(2n ** 63n), 1n),
    BigUint64Array.of(2n ** 64n - 1n, 1n),
    Float32Array.of(Number.NaN, -0),
    Float64Array.of(5e-324, Number.NEGATIVE_INFINITY),
  ])('gives back what it wrote: %o', (data) => {
    const read = readNpy(writeNpy(data));
    expect(read.data).toEqual(data);
    expect(read.shape).toEqual([2]);
  });

  it('writes only the window of a view, and an empty array', () => {
    const window = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    expect(readNpy(writeNpy(window)).data).toEqual(Float64Array.of(2, 3));
    expect(readNpy(writeNpy(new Uint8Array(0), [0, 28])).shape).toEqual([0, 28]);
  });

  it('refuses a shape that does not fit', () => {
    expect(() => writeNpy(Uint8Array.of(1, 2, 3), [2, 2], 'w')).toThrow(
      /"w" has 3 values.*\(2, 2\) asks for 4/,
    );
  });
});
