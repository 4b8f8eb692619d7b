import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { comparator, drawBits } from './comparator.ts';
import { wordStream } from './word-stream.ts';

const open = (maxValue: number) => comparator(maxValue, wordStream(randomStream('c', maxValue), 64));

describe('comparator', () => {
  it.each([1, 2, 15, 100, 255])('makes every r of 1 … %i equally likely', (maxValue) => {
    const counts = new Map<number, number>();
    for (const r of open(maxValue).thresholds) counts.set(r, (counts.get(r) ?? 0) + 1);
    counts.delete(0);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: maxValue }, (_, i) => i + 1),
    );
    expect(new Set(counts.values()).size).toBe(1);
  });

  it('rejects byte 0 alone for 255 levels, and compares with the byte itself', () => {
    expect(open(255).thresholds).toEqual(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  });

  it('keeps black at 0 and white at 1, and draws grey with its probability', () => {
    const source = open(255);
    const values = Uint8Array.from([0, 255, 64]);
    let grey = 0;
    for (let index = 0; index < 40_000; index++) {
      const bits = drawBits(source, values, 0, 3);
      expect(bits & 3).toBe(2);
      grey += bits >> 2;
    }
    const p = 64 / 255;
    expect(Math.abs(grey / 40_000 - p)).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / 40_000));
  });

  it('takes the same bits from a stream whether they are asked for at once or one by one', () => {
    const values = Uint8Array.from({ length: 32 }, (_, index) => index * 8);
    const [whole, single] = [open(255), open(255)];
    for (let round = 0; round < 50; round++) {
      const word = drawBits(whole, values, 0, 32) >>> 0;
      let bits = 0;
      for (let index = 0; index < 32; index++) bits |= drawBits(single, values, index, 1) << index;
      expect(bits >>> 0).toBe(word);
    }
  });
});
