import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';
import { share } from './share.ts';

const isShared = (array: ArrayBufferView) => array.buffer instanceof SharedArrayBuffer;

describe('share', () => {
  it('shares arrays of 16,384 bytes and more, and hands smaller ones on', () => {
    const [small, large] = [new Uint8Array(16_383), new Uint8Array(16_384)];
    const shared = share({ small, large });
    expect(shared.small).toBe(small);
    expect(isShared(shared.large)).toBe(true);
    expect(isShared(large)).toBe(false);
  });

  it.each([
    Uint8Array,
    Int8Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigUint64Array,
  ])('keeps type, length and content of %O', (type) => {
    const bytes = Uint8Array.from({ length: 32_768 }, (_, index) => (index * 37) % 251);
    const array = new type(bytes.buffer);
    const shared = share(array);
    expect(shared.constructor).toBe(type);
    expect(contentHash(shared)).toBe(contentHash(array));
  });

  it('takes only the window of an array that looks into a larger buffer', () => {
    const window = new Float64Array(10_000).fill(1).subarray(100, 5_000).fill(2);
    const shared = share(window);
    expect([shared.byteLength, shared.byteOffset, shared[0], shared.at(-1)]).toEqual([39_200, 0, 2, 2]);
  });

  it('copies nothing that is shared already', () => {
    const array = new Uint32Array(new SharedArrayBuffer(65_536));
    expect(share({ a: [array] }).a[0]).toBe(array);
  });

  it('reaches into lists and objects, and leaves plain data as it is', () => {
    const artifact = {
      row: { errorRate: 0.1, kind: 'x' },
      layers: [{ words: new Uint32Array(8192) }, null],
      n: 1,
    };
    const shared = share(artifact);
    expect(shared).toEqual(artifact);
    expect(isShared(shared.layers[0]?.words ?? new Uint8Array())).toBe(true);
  });
});
