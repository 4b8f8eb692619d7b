import { gzipSync } from 'node:zlib';
import { BitfrontError } from '@bitfront/errors';
import { describe, expect, it } from 'vitest';
import { readIdx } from './read-idx.ts';

/** Written by hand after the format's description: two 2 × 3 images. */
const images = Uint8Array.of(
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  3,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  255,
);

describe('readIdx', () => {
  it('reads bytes of three dimensions', () => {
    expect(readIdx(images)).toEqual({
      type: 'uint8',
      shape: [2, 2, 3],
      data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255),
    });
  });

  it('reads the same through gzip, and from a view inside a larger buffer', () => {
    const surrounded = new Uint8Array([7, ...images, 7]).subarray(1, images.length + 1);
    expect(readIdx(gzipSync(images))).toEqual(readIdx(images));
    expect(readIdx(surrounded)).toEqual(readIdx(images));
  });

  it('copies: changing the file bytes later changes nothing', () => {
    const bytes = images.slice();
    const { data } = readIdx(bytes);
    bytes.fill(0);
    expect(data[11]).toBe(255);
  });

  it.each([
    ['int8', [0, 0, 9, 1, 0, 0, 0, 2, 0xff, 0x80], [-1, -128]],
    ['int16', [0, 0, 11, 1, 0, 0, 0, 2, 0xff, 0xfe, 0x01, 0x00], [-2, 256]],
    ['int32', [0, 0, 12, 1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfd], [-3]],
    ['float32', [0, 0, 13, 1, 0, 0, 0, 1, 0x3f, 0xc0, 0, 0], [1.5]],
    ['float64', [0, 0, 14, 1, 0, 0, 0, 1, 0xbf, 0xf0, 0, 0, 0, 0, 0, 0], [-1]],
  ])('reads big-endian %s', (type, bytes, values) => {
    const array = readIdx(Uint8Array.from(bytes));
    expect(array.type).toBe(type);
    expect([...array.data]).toEqual(values);
  });

  it('reads a single number (no dimension) and an empty list', () => {
    expect(readIdx(Uint8Array.of(0, 0, 8, 0, 5))).toEqual({
      type: 'uint8',
      shape: [],
      data: Uint8Array.of(5),
    });
    expect(readIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 0)).data).toHaveLength(0);
  });

  it('refuses every truncation and a surplus byte, and names the file', () => {
    for (let length = 0; length < images.length; length++) {
      expect(() => readIdx(images.slice(0, length), 'cut'), `${length} bytes`).toThrow(BitfrontError);
    }
    expect(() => readIdx(images.slice(0, 20), 'cut')).toThrow(
      /"cut".*2 x 2 x 3 asks for 28 bytes, but it has 20/,
    );
    expect(() => readIdx(Uint8Array.from([...images, 0]))).toThrow(/28 bytes, but it has 29/);
  });

  it('refuses a wrong magic number and a cut gzip stream', () => {
    expect(() => readIdx(Uint8Array.of(0, 1, 8, 1, 0, 0, 0, 0))).toThrow(/00 01 08 01/);
    expect(() => readIdx(Uint8Array.of(0, 0, 10, 1, 0, 0, 0, 0))).toThrow(/DATASET_FORMAT_INVALID|not 00 00/);
    expect(() => readIdx(gzipSync(images).subarray(0, 20), 'x.gz')).toThrow(
      /"x.gz" is not a readable gzip file/,
    );
  });
});
