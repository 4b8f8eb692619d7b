import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentHash, textHash } from './content-hash.ts';

describe('textHash', () => {
  it('is SHA-256: the empty text and "abc" of FIPS 180-2, appendix B.1', () => {
    expect(textHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('contentHash', () => {
  it('of plain data is the hash of its canonical text', () => {
    expect(contentHash({ b: 1, a: [true] })).toBe(textHash('{"a":[true],"b":1}'));
  });

  it('of an array covers its type, its length and its bytes', () => {
    const expected = createHash('sha256')
      .update('<Uint8Array 3>')
      .update(Buffer.from([1, 2, 3]))
      .digest('hex');
    expect(contentHash(Uint8Array.of(1, 2, 3))).toBe(expected);
  });

  it('is equal for copied, sliced and shared arrays of equal content', () => {
    const copy = Float64Array.of(1.5, -2, 1e-300);
    const whole = Float64Array.of(9, 1.5, -2, 1e-300, 9);
    const shared = new Float64Array(new SharedArrayBuffer(24));
    shared.set(copy);
    const wrap = (values: Float64Array) => ({ layers: [{ values }], scale: 255 });
    expect(contentHash(wrap(whole.subarray(1, 4)))).toBe(contentHash(wrap(copy)));
    expect(contentHash(wrap(shared))).toBe(contentHash(wrap(copy)));
  });

  it('does not depend on the order of keys', () => {
    const values = Uint8Array.of(1);
    expect(contentHash({ b: values, a: 2 })).toBe(contentHash({ a: 2, b: values }));
  });

  it('tells every small difference apart', () => {
    const all = [
      Uint8Array.of(1, 0, 0, 0),
      Uint32Array.of(1),
      Int32Array.of(1),
      Float64Array.of(0),
      Float64Array.of(-0),
      new Uint8Array(0),
      [Uint8Array.of(1), Uint8Array.of(2)],
      [Uint8Array.of(1, 2)],
      [Uint8Array.of(2), Uint8Array.of(1)],
      { a: Uint8Array.of(1), b: Uint8Array.of(2) },
      { a: Uint8Array.of(1), b: [Uint8Array.of(2)] },
      { a: Uint8Array.of(1) },
      { a: Uint8Array.of(1), b: null },
      { a: Uint8Array.of(1), b: 'null' },
      { a: Uint8Array.of(1), b: Number.NaN },
      { a: Uint8Array.of(1), b: Infinity },
      [1],
      { 0: 1 },
      '1',
      1,
    ];
    expect(new Set(all.map(contentHash)).size).toBe(all.length);
  });

  it('changes with every single bit of an array', () => {
    const words = new Uint32Array(4);
    const hashes = new Set([contentHash(words)]);
    for (let bit = 0; bit < 128; bit++) {
      const flipped = words.slice();
      flipped[bit >> 5] = 1 << (bit & 31);
      hashes.add(contentHash({ words: flipped }));
    }
    expect(hashes.size).toBe(129);
  });

  it('ignores undefined properties beside arrays, as it does without them', () => {
    const values = Uint8Array.of(7);
    expect(contentHash({ values, note: undefined })).toBe(contentHash({ values }));
  });
});
